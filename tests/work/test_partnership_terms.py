from datetime import date
from decimal import Decimal

import pytest

from relationdesk.domain.errors import EmptyTextError, NotFoundError
from relationdesk.domain.ids import PartnershipId, PersonId
from relationdesk.domain.labels import Label
from relationdesk.domain.money import Money
from relationdesk.domain.vocabulary import (
    OrganisationKind,
    PartnershipDay,
    PartnershipText,
    RewardKind,
    Stage,
)
from relationdesk.work.organisations.commands import add_organisation
from relationdesk.work.partnerships import terms
from relationdesk.work.partnerships.commands import add_partnership, note_return
from relationdesk.work.partnerships.queries import PartnershipLine, partnerships_of

DAY = date(2026, 12, 1)


@pytest.fixture
def lea(add) -> PersonId:
    return add("Léa Marchetti")


@pytest.fixture
def film(desk, lea) -> PartnershipId:
    return add_partnership(desk, person_id=lea, client="Olivade", title="Autumn film")


@pytest.fixture
def line(desk, lea):
    def one() -> PartnershipLine:
        (there,) = partnerships_of(desk.reader, lea)
        return there

    return one


@pytest.mark.parametrize("field", PartnershipText)
def test_each_text_is_changed_by_itself_and_undone(desk, film, line, field):
    before = line()

    terms.set_text(desk, film, field, "  By the sea ")

    assert getattr(line(), field.value) == "By the sea"
    assert desk.undo().label is Label.EDIT_PARTNERSHIP
    assert line() == before


@pytest.mark.parametrize("field", PartnershipDay)
def test_each_day_is_set_and_taken_away(desk, film, line, field):
    before = line()

    terms.set_day(desk, film, field, DAY)
    assert getattr(line(), field.value) == DAY

    terms.set_day(desk, film, field, None)
    assert line() == before


def test_the_client_is_another_who_is_put_on_the_desk_or_none(desk, film, line):
    terms.set_client(desk, film, "Salto")
    terms.set_client(desk, film, " Olivade ")
    assert line().client == "Olivade"
    assert desk.reader.number("SELECT count(*) FROM organisation") == 2

    terms.set_client(desk, film, " ")
    assert line().client == ""


@pytest.mark.parametrize("typed", ["olivade", "OLIVADE ", "Olivâde"])
def test_a_client_typed_otherwise_is_the_one_who_is_there(desk, lea, film, line, typed):
    terms.set_client(desk, film, typed)
    add_partnership(desk, person_id=lea, client=typed, title="Press")

    assert {one.client for one in partnerships_of(desk.reader, lea)} == {"Olivade"}
    assert desk.reader.number("SELECT count(*) FROM organisation") == 1


def test_a_client_of_exactly_this_name_comes_before_one_who_is_called_alike(desk, lea, film):
    add_organisation(desk, name="olivade", kind=OrganisationKind.CLIENT)
    terms.set_client(desk, film, "olivade")
    assert {one.client for one in partnerships_of(desk.reader, lea)} == {"olivade"}

    terms.set_client(desk, film, "OLIVADE")
    assert desk.reader.number("SELECT count(*) FROM organisation") == 2

    terms.set_client(desk, film, "Olivade & Cie")
    assert desk.reader.number("SELECT count(*) FROM organisation") == 3


def test_the_money_is_exact_and_has_its_currency(desk, film, line):
    terms.set_money(desk, film, Money(Decimal("1250.50"), "CHF"))
    terms.set_reward(desk, film, RewardKind.PAID)
    assert (line().amount, line().currency, line().reward) == (Decimal("1250.50"), "CHF", RewardKind.PAID)

    terms.set_money(desk, film, None)
    assert (line().amount, line().currency) == (None, "")


def test_what_it_is_for_cannot_be_emptied(desk, film, line):
    with pytest.raises(EmptyTextError):
        terms.set_text(desk, film, PartnershipText.TITLE, " ")

    assert line().title == "Autumn film"


def test_what_is_gone_is_not_changed(desk):
    with pytest.raises(NotFoundError):
        terms.set_day(desk, PartnershipId(1), PartnershipDay.ENDS_ON, DAY)


@pytest.mark.parametrize("stage", Stage)
def test_a_loan_is_out_until_it_came_back_whatever_the_stage_but_never_when_it_was_declined(desk, lea, stage):
    loan = add_partnership(desk, person_id=lea, client="Olivade", title="Camera", stage=stage, return_on=DAY)
    (line,) = partnerships_of(desk.reader, lea)
    assert line.is_out is (stage is not Stage.DECLINED)

    note_return(desk, loan)

    (line,) = partnerships_of(desk.reader, lea)
    assert line.returned_on == desk.today()
    assert not line.is_out
