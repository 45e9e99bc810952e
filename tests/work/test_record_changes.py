"""What a record holds, changed one value at a time; every change is one step that undo takes back."""

import pytest

from relationdesk.domain.card import Birthday
from relationdesk.domain.errors import EmptyTextError, NotFoundError
from relationdesk.domain.vocabulary import FormOfAddress, PersonKind, RecordText
from relationdesk.work.people.editing import addressing, belonging, texts
from relationdesk.work.people.queries import people_matching
from relationdesk.work.people.record import person_page


@pytest.fixture
def lea(add):
    return add("Léa Marchetti")


@pytest.fixture
def page(desk, lea):
    return lambda: person_page(desk.reader, lea, desk.today())


@pytest.mark.parametrize("field", [field for field in RecordText if field is not RecordText.DISPLAY_NAME])
def test_every_text_is_kept_trimmed_and_undone(desk, lea, page, field):
    texts.set_text(desk, lea, field, "  Anouk ")
    assert getattr(page().record, field.value) == "Anouk"
    desk.undo()
    assert not getattr(page().record, field.value)


def test_somebody_is_found_by_the_new_name_and_no_more_by_the_old(desk, lea):
    texts.set_text(desk, lea, RecordText.DISPLAY_NAME, "Zoé Bellini")
    assert people_matching(desk.reader, "belli") == [lea]
    assert people_matching(desk.reader, "marchetti") == []
    desk.undo()
    assert people_matching(desk.reader, "marchetti") == [lea]


def test_somebody_is_found_by_each_of_their_names(desk, lea):
    texts.set_text(desk, lea, RecordText.PHONETIC_NAME, "Leya")
    assert people_matching(desk.reader, "leya") == people_matching(desk.reader, "lea") == [lea]


def test_somebody_keeps_a_name(desk, lea, page):
    with pytest.raises(EmptyTextError):
        texts.set_text(desk, lea, RecordText.DISPLAY_NAME, "   ")
    assert page().record.name == "Léa Marchetti"


def test_how_to_address_somebody_is_one_step_each(desk, lea, page):
    addressing.set_form_of_address(desk, lea, FormOfAddress.VOUS)
    addressing.set_by_title(desk, lea, by_title=True)
    assert (page().record.form_of_address, page().record.addressed_by_title) == (FormOfAddress.VOUS, True)
    desk.undo()
    assert (page().record.form_of_address, page().record.addressed_by_title) == (FormOfAddress.VOUS, False)


def test_somebody_may_be_of_several_kinds(desk, lea, page):
    belonging.set_kind(desk, lea, PersonKind.BLOGGER, is_one=True)
    belonging.set_kind(desk, lea, PersonKind.AGENT, is_one=True)
    belonging.set_kind(desk, lea, PersonKind.AGENT, is_one=True)
    assert page().kinds == ("agent", "blogger")
    belonging.set_kind(desk, lea, PersonKind.AGENT, is_one=False)
    assert page().kinds == ("blogger",)
    desk.undo()
    assert page().kinds == ("agent", "blogger")


def test_a_birthday_is_as_it_is_told_and_can_be_forgotten(desk, lea, page):
    def known():
        record = page().record
        return record.birth_day, record.birth_month, record.birth_year

    belonging.set_birthday(desk, lea, Birthday(month=9, day=6, year=1991))
    belonging.set_birthday(desk, lea, Birthday(month=9, day=7))
    assert known() == (7, 9, None)
    belonging.set_birthday(desk, lea, None)
    assert known() == (None, None, None)
    desk.undo()
    assert known() == (7, 9, None)


def test_topics_keep_their_order_and_are_the_same_whatever_their_accents(desk, lea, page):
    for name in ("Vélo", "Running", "Jardin", "velo"):
        belonging.add_topic(desk, lea, name)
    assert page().topics == ("Vélo", "Running", "Jardin")
    belonging.put_topic(desk, lea, "jardin", at=0)
    assert page().topics == ("Jardin", "Vélo", "Running")
    belonging.remove_topic(desk, lea, "Vélo")
    assert page().topics == ("Jardin", "Running")
    desk.undo()
    desk.undo()
    assert page().topics == ("Vélo", "Running", "Jardin")


def test_a_topic_that_nobody_had_goes_with_undo(desk, lea, page):
    belonging.add_topic(desk, lea, "Kites")
    desk.undo()
    assert page().topics == ()
    assert not desk.redo() or page().topics == ("Kites",)


def test_languages_keep_their_order(desk, lea, page):
    for tag in ("fr", "en", "pt-BR", "en"):
        belonging.add_language(desk, lea, tag)
    belonging.put_language(desk, lea, "pt-BR", at=0)
    assert page().languages == ("pt-BR", "fr", "en")
    belonging.remove_language(desk, lea, "pt-BR")
    assert page().languages == ("fr", "en")
    desk.undo()
    assert page().languages == ("pt-BR", "fr", "en")


def test_nothing_is_kept_for_an_empty_word_or_for_somebody_who_is_gone(desk, lea):
    with pytest.raises(EmptyTextError):
        belonging.add_topic(desk, lea, " ")
    with pytest.raises(EmptyTextError):
        belonging.add_language(desk, lea, "")
    with pytest.raises(NotFoundError):
        belonging.add_topic(desk, lea + 1, "Kites")
    with pytest.raises(NotFoundError):
        belonging.set_kind(desk, lea + 1, PersonKind.AGENT, is_one=True)
