"""A word that is said of people and of things is pointed out only where it is said of somebody."""

import pytest

from relationdesk.domain.hygiene import WordKind, WordList, WordRules, read_list
from relationdesk.language.resources import resource

OF_SOMEBODY = [
    ("He is fat and lazy", ["fat", "lazy"]),
    ("he is an arse", ["arse"]),
    ("She's so rude.", ["rude"]),
    ("she was always boring, really", ["boring"]),
    ("A fat guy at the bar", ["fat"]),
    ("He is loud, vain and useless", ["vain", "useless"]),
    ("Lazy, but nice.", ["Lazy"]),
    ("Her brother is a fool", ["fool"]),
    ("They have been drunk since noon", ["drunk"]),
    ("Dupré is a creep", ["creep"]),
    ("He is tall and ugly", ["ugly"]),
    ("Paul is depressed", ["depressed"]),
    ("Depressed since the spring", ["Depressed"]),
    ("a bipolar woman", ["bipolar"]),
    ("what a stupid man", ["stupid"]),
    ("Her sister became religious", ["religious"]),
    ("He is gay", ["gay"]),
    ("Il est gros et moche", ["gros", "moche"]),
    ("Elle est vraiment conne", ["conne"]),
    ("Elle est très bête", ["bête"]),
    ("un mec gras", ["gras"]),
    ("Il était ivre au dîner", ["ivre"]),
    ("Grosse, mais drôle.", ["Grosse"]),
    ("Elle est devenue paresseuse et vulgaire", ["paresseuse", "vulgaire"]),
    ("sa mère est sourde", ["sourde"]),
    ("son ami musulman", ["musulman"]),
    ("Elle semble déprimée", ["déprimée"]),
    ("Il est trop stupide pour ça", ["stupide"]),
    ("Dupré est nul", ["nul"]),
    ("c'est une femme autiste", ["autiste"]),
]
OF_THINGS = [
    "Bipolar transistor kits for the workshop.",
    "A depressed market this spring.",
    "The market is depressed.",
    "Prices are depressed, again.",
    "An idiot-proof tripod.",
    "A fat margin on this one.",
    "The margin is fat.",
    "Fat tyres on the new bike.",
    "A lazy sunday at the lake.",
    "Blind tasting at noon.",
    "She runs a cow farm.",
    "He likes thick soles.",
    "The parcel was useless.",
    "It was a boring talk.",
    "She makes a mental note of everything.",
    "A stupid bug in the shop.",
    "The plot is stupid but the pictures are great.",
    "The Jewish museum lent the hall.",
    "A gay bar in the old town.",
    "The catholic school orders forty pairs.",
    "She runs for a cancer charity.",
    "Sick tricks, loud music.",
    "He has a dumb phone and a film camera.",
    "Diabetic chocolates for the hamper.",
    "Un bar gay de la vieille ville.",
    "A religious building from 1890.",
    "Un gros colis pour lundi.",
    "La marge est nulle.",
    "Elle a raté son train.",
    "Une bête de scène.",
    "Le fromage est gras.",
    "Il collectionne les vaches en bois.",
    "Un transistor bipolaire.",
    "Le marché déprimé de novembre.",
    "Le musée juif prête la salle.",
    "L'école catholique commande quarante paires.",
    "Un test stupide mais drôle.",
    "Une blague stupide sur le stand.",
    "La musique est moche.",
    "Dégustation à l'aveugle à midi.",
    "Elle porte un gros pull.",
]


@pytest.fixture
def words():
    shipped = {}
    for language in ("en", "fr"):
        shipped |= read_list(resource("words", f"{language}.txt").read_text("utf-8"))
    return WordList(shipped, WordRules())


@pytest.mark.parametrize(("text", "said"), OF_SOMEBODY)
def test_what_is_said_of_somebody_is_pointed_out(words, text, said):
    assert [odd.text for odd in words.found_in(text, "Éric Dupré")] == said


@pytest.mark.parametrize("text", OF_THINGS)
def test_what_is_said_of_a_thing_is_left_alone(words, text):
    assert words.found_in(text, "Éric Dupré") == ()


def test_a_word_that_the_user_adds_counts_everywhere(words):
    own = WordList({}, WordRules(also=("fat",)))
    assert [odd.kind for odd in own.found_in("A fat margin")] == [WordKind.OWN]
    assert words.found_in("A fat margin") == ()


@pytest.mark.parametrize("unit", ["fat ", "is fat, ", "he is ", "a and fat ", "fat-"])
def test_a_text_made_to_be_slow_is_looked_through_at_once(words, unit):
    assert len(words.found_in(unit * 8_000, "Éric Dupré")) <= 1
