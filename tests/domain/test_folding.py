import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relationdesk.domain.folding import begins_word, fold, places_of, sort_key


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Œuvre à Évian", "oeuvre a evian"),
        ("Straße", "strasse"),
        ("İstanbul", "istanbul"),
        ("ılık", "ilik"),
        ("Łukasz", "lukasz"),
        ("L’Étape", "l'etape"),
        ("Lætitia", "laetitia"),
    ],
)
def test_folding_takes_away_accents_case_and_ligatures(text, folded):
    assert fold(text) == folded


@given(st.text())
def test_composed_and_decomposed_letters_fold_alike(text):
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text))


@given(st.text())
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)


def test_letters_decide_before_accents_and_accents_before_case():
    names = [
        "Éric Zola",
        "eric Abel",
        "Eric Zola",
        "Éric Abel",
        "Œdipe",
        "Odile",
        "Ofélia",
        "@aaron",
        "zoé",
        "Zoë",
    ]

    assert sorted(names, key=sort_key) == [
        "@aaron",
        "eric Abel",
        "Éric Abel",
        "Eric Zola",
        "Éric Zola",
        "Odile",
        "Œdipe",
        "Ofélia",
        "zoé",
        "Zoë",
    ]


@given(st.text(), st.text())
def test_names_that_differ_sort_apart(one, other):
    if one != other:
        assert sort_key(one) != sort_key(other)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("lea.trails", "tra"),
        ("Léa.Trails", "lea"),
        ("xtra.tra", "tra"),
        ("Cœur", "coeur cœur"),
        ("https://www.Noor.example/a", "noor"),
        ("+33 6 39", "39"),
    ],
)
def test_a_word_begins_after_whatever_is_no_letter_or_digit(text: str, words: str):
    assert begins_word(text, words)


@pytest.mark.parametrize(("text", "words"), [("lea.trails", "rails"), ("atratra", "tra"), ("", "a")])
def test_no_word_begins_inside_another(text: str, words: str):
    assert not begins_word(text, words)


ENGLISH_ORDER = """
Ada-Mae Quill | Adam Oury | Ádám Rácz | Adèle Petit | Adele Price | Bjørn Aas | Björn Berg | Bo Li |
de Groot, Jan | Éric Abel | Eric Bell | Eric Zola | Éric Zola | Erica Abel | François Roy |
Francois Royer | Lukas Obst | Łukasz Nowak | MacAdam, Iain | Mc Bride, Una | McAdam, Iain |
Noor Benali | O'Brien, Nia | O’Brien, Nia | Oakley, Tom | Øyvind Ås | René Durand | Renée Dubois |
Søren Holm | Zoe Abel | Zoé Abel | Zoë Abel
"""
FRENCH_ORDER = """
Amélie Rousse | Amelie Roux | Benoît Caron | Benoit Carré | cote | coté | côte | côté |
Élodie Œuvrard | Élodie Offner | Émile Zola | Emile Zola-Roy | Gaëlle Le Goff | Gaelle Legrand |
Hélène d'Arcy | Hélène Darcy | Inès Ça | Inès Cabrel | L'Hermite, Jo | Labbé, Jo | Laeticia Zan |
Lætitia Brun | Noël Abel | Noël Zed
"""


def listed(table: str) -> list[str]:
    return [name.strip() for name in table.replace("\n", " ").split("|")]


def turned(table: str) -> list[str]:
    return listed(table)[::-1]


def test_names_stand_as_an_english_reader_looks_for_them():
    assert sorted(turned(ENGLISH_ORDER), key=sort_key) == listed(ENGLISH_ORDER)


def test_names_stand_as_a_french_reader_looks_for_them():
    assert sorted(turned(FRENCH_ORDER), key=sort_key) == listed(FRENCH_ORDER)


@pytest.mark.parametrize(
    ("wanted", "text", "found"),
    [
        ("cafe", "Un café, deux CAFÉS", ["café", "CAFÉ"]),
        ("oeuvre", "son Œuvre", ["Œuvre"]),
        ("sse", "Straße", ["ße"]),
        ("aa", "aaaa", ["aa", "aa"]),
        ("zebra", "café", []),
        ("", "café", []),
    ],
)
def test_the_places_of_folded_letters_are_those_of_the_text_as_written(wanted, text, found):
    assert [text[start:end] for start, end in places_of(wanted, text)] == found
