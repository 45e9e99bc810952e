"""The words of the vocabulary, in the language that is spoken now."""

from enum import StrEnum

import pytest

from relationdesk.domain import vocabulary
from relationdesk.domain.labels import Label
from relationdesk.domain.terms import relation_term, term
from relationdesk.domain.vocabulary import (
    FollowUpState,
    PartnershipDay,
    PartnershipText,
    PromiseState,
    RecordText,
    RelationKind,
    Stage,
)
from relationdesk.language.words import Language, speaking

NAMES_OF_COLUMNS = (RecordText, PartnershipText, PartnershipDay)


def _kinds() -> list[type[StrEnum]]:
    """Every closed list of words but those that name columns."""
    kinds = [value for value in vars(vocabulary).values() if isinstance(value, type)]
    unsaid = (StrEnum, *NAMES_OF_COLUMNS)
    return [kind for kind in [*kinds, Label] if issubclass(kind, StrEnum) and kind not in unsaid]


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("kind", _kinds())
def test_every_word_of_the_vocabulary_can_be_said(kind: type[StrEnum], language: Language):
    with speaking(language):
        assert all(term(word).strip() for word in kind)


def test_a_word_follows_the_language_back_and_forth():
    said = []
    for language in (Language.ENGLISH, Language.FRENCH, Language.ENGLISH):
        with speaking(language):
            said.append(term(Stage.IDEA))

    assert said == ["idea", "idée", "idea"]


def test_words_that_share_a_value_are_told_apart():
    with speaking(Language.FRENCH):
        assert term(FollowUpState.OPEN) == "à faire"
        assert term(PromiseState.OPEN) == "en cours"


def test_a_relation_is_read_from_the_side_of_the_person():
    with speaking(Language.FRENCH):
        assert relation_term(RelationKind.INTRODUCED, outgoing=True) == "a présenté"
        assert relation_term(RelationKind.INTRODUCED, outgoing=False) == "rencontre due à"
    with speaking(Language.ENGLISH):
        assert relation_term(RelationKind.INTRODUCED, outgoing=False) == "was introduced by"
