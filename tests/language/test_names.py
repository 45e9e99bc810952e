import pytest

from relationdesk.language.names import country_name, language_name
from relationdesk.language.words import Language, speaking


@pytest.mark.parametrize(
    ("language", "tag", "name"),
    [
        (Language.ENGLISH, "fr", "French"),
        (Language.FRENCH, "fr", "français"),
        (Language.FRENCH, "pt-BR", "portugais brésilien"),
        (Language.ENGLISH, "it-CH", "Italian"),
        (Language.ENGLISH, "breton, a little", "breton, a little"),
    ],
)
def test_a_language_is_called_by_its_name(language, tag, name):
    with speaking(language):
        assert language_name(tag) == name


@pytest.mark.parametrize(
    ("language", "country", "name"),
    [
        (Language.ENGLISH, "FR", "France"),
        (Language.FRENCH, "gb", "Royaume-Uni"),
        (Language.FRENCH, "Écosse", "Écosse"),
        (Language.ENGLISH, "ZZ9", "ZZ9"),
    ],
)
def test_a_country_is_called_by_its_name(language, country, name):
    with speaking(language):
        assert country_name(country) == name
