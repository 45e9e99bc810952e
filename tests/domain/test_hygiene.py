"""Words that do not belong in a record are found in both languages; plain sentences are left alone."""

import pytest

from relationdesk.domain.hygiene import WordKind, WordList, WordRules, read_list
from relationdesk.language.resources import resource

SHIPPED = {
    word: kind
    for language in ("en", "fr")
    for word, kind in read_list(resource("words", f"{language}.txt").read_text("utf-8")).items()
}
FOUND = [
    ("She was depressed all winter", "depressed", WordKind.HEALTH),
    ("Elle est dépressive", "dépressive", WordKind.HEALTH),
    ("DEPRESSIVE, sans accents", "DEPRESSIVE", WordKind.HEALTH),
    ("Suite à deux dépressions", "dépressions", WordKind.HEALTH),
    ("Burn-out en mars", "Burn-out", WordKind.HEALTH),
    ("her therapists say so", "therapists", WordKind.HEALTH),
    ("elle est enceinte", "est enceinte", WordKind.HEALTH),
    ("he is on sick leave", "sick leave", WordKind.HEALTH),
    ("catholique pratiquante", "catholique", WordKind.BELIEF),
    ("ses amis musulmans", "musulmans", WordKind.BELIEF),
    ("Votes for the greens", "Votes for", WordKind.BELIEF),
    ("d'extrême droite", "extrême droite", WordKind.BELIEF),
    ("what an idiot", "idiot", WordKind.INSULT),
    ("deux connards au stand", "connards", WordKind.INSULT),
    ("menteuse", "menteuse", WordKind.INSULT),
    ("Lying? No: liars", "liars", WordKind.INSULT),
    ("freshly divorced", "divorced", WordKind.PRIVATE_LIFE),
    ("divorcée depuis un an", "divorcée", WordKind.PRIVATE_LIFE),
    ("il trompe sa femme", "trompe sa femme", WordKind.PRIVATE_LIFE),
    ("garde des enfants une semaine sur deux", "garde des enfants", WordKind.PRIVATE_LIFE),
    ("e\u0301pileptique", "épileptique", WordKind.HEALTH),
]
PLAIN = [
    "Allergic to nuts.",
    "Allergique aux noix et au gluten.",
    "Shoe size 39, loves ceramics.",
    "Coffee near the station, she liked the blue pair.",
    "Her brother runs the Annecy club.",
    "Met at the fair, long talk about trail running.",
    "Call on friday at 17:00.",
    "She is crazy about sourdough.",
    "He asked for the price list and the photos.",
    "The parcel arrived with a broken heel.",
    "She prefers voice messages in the evening.",
    "Her new column starts in March.",
    "Breakdown of the figures: 12 000 views, 300 clicks.",
    "We agreed on two reels and a story.",
    "Sick tricks on the half pipe, great pictures.",
    "The comments were disabled under the last video.",
    "Christian Morel comes along.",
    "She is a conservative reader of contracts.",
    "Her affairs are handled by an agency.",
    "Green party dress for the gala.",
    "She voted in the readers' poll.",
    "Left the agency in June.",
    "He is right about the deadline.",
    "The mass start is at nine.",
    "Church square, by the fountain, at noon.",
    "Addicted to good coffee, like me.",
    "Loses her keys all the time.",
    "Separated the two orders.",
    "A lazy sunday reel got the most views.",
    "Nut-free menu for the dinner.",
    "Vegan, speaks Italian.",
    "Two daughters, one dog called Pixel.",
    "Vue sur le stand, elle adore le lin.",
    "Promis : les chaussures.",
    "Rappeler lundi à midi.",
    "Le code promo était invalide.",
    "Elle a raté le train et adoré le lieu.",
    "Enceintes bluetooth : elle les teste en mars.",
    "Un conte pour enfants, très joli.",
    "Concours de cuisine à Lyon.",
    "Il est à gauche sur la photo.",
    "La voiture à droite du stand.",
    "Prise de son difficile dans le hall.",
    "Traitement des images en cours.",
    "Elle prépare un livre sur la céramique.",
    "Affaire conclue pour l'automne.",
    "Messe basse pendant la présentation, rires.",
    "Les ordures ont été triées, éco-événement réussi.",
    "Fou de vélo, folle de sourires.",
    "Il garde les échantillons une semaine.",
    "La maîtresse de maison nous a reçus.",
    "Opération du printemps : trois publications.",
    "Chirurgical, son montage.",
    "Son podcast dure une heure.",
    "Conversation agréable, réponse lundi.",
    "Communication claire, équipe communale présente.",
    "Elle parle couramment portugais.",
    "Une pause, puis la suite.",
    "Envoyer la paire en 39.",
    "Reliure et papier : elle connaît tout.",
    "L'équipe est ravie, prochaine étape en mai.",
]


@pytest.fixture
def words():
    return WordList(SHIPPED, WordRules())


@pytest.mark.parametrize(("text", "word", "kind"), FOUND)
def test_a_word_that_does_not_belong_is_found_in_its_form(words, text, word, kind):
    (found,) = words.found_in(text)
    assert (found.text, found.kind) == (word, kind)


@pytest.mark.parametrize("text", PLAIN)
def test_a_plain_sentence_is_left_alone(words, text):
    assert words.found_in(text) == ()


def test_words_of_both_languages_are_found_in_one_note_each_once(words):
    found = words.found_in("Idiot. She is depressed, dépressive, an idiot.")
    assert [odd.text for odd in found] == ["Idiot", "depressed", "dépressive"]


def test_the_user_adds_words_and_has_others_left_alone():
    words = WordList(SHIPPED, WordRules(also=("nuts", "Prima donna"), never=("idiot",)))
    found = words.found_in("Two prima donnas, one idiot, no nuts")
    assert [(odd.text, odd.kind) for odd in found] == [("prima donnas", WordKind.OWN), ("nuts", WordKind.OWN)]


def test_a_word_of_signs_alone_adds_nothing():
    assert WordList({}, WordRules(also=("!!!", ""))).found_in("!!! what") == ()
