"""Sentences come out in the language of the context."""

import threading

import pytest

from relationdesk.language.words import (
    Language,
    _,
    current_language,
    language_named,
    plural,
    speaking,
)


def test_english_is_the_source():
    with speaking(Language.ENGLISH):
        assert _("Nobody is waiting.") == "Nobody is waiting."
        assert plural("{n} person", "{n} people", 1) == "1 person"
        assert plural("{n} person", "{n} people", 0) == "0 people"


def test_french_has_its_own_plural_of_nothing():
    one, many = "{n} person written to {file}", "{n} people written to {file}"
    with speaking(Language.FRENCH):
        assert plural(one, many, 0, file="x") == plural(one, many, 1, file="x").replace("1", "0")
        assert plural(one, many, 2, file="x") != plural(one, many, 1, file="x").replace("1", "2")


def test_the_language_belongs_to_its_context_and_comes_back():
    before = current_language()
    with speaking(Language.FRENCH):
        with speaking(Language.ENGLISH):
            assert current_language() is Language.ENGLISH
        assert current_language() is Language.FRENCH
        heard = []
        elsewhere = threading.Thread(target=lambda: heard.append(current_language()))
        elsewhere.start()
        elsewhere.join()
    assert heard == [Language.ENGLISH]
    assert current_language() is before


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("fr_CA", Language.FRENCH),
        ("FR", Language.FRENCH),
        ("frl", Language.FRENCH),
        ("", Language.ENGLISH),
        (None, Language.ENGLISH),
    ],
)
def test_a_locale_names_a_language(name: str | None, language: Language):
    assert language_named(name) is language
