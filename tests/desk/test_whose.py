"""A change is told with whose it is, by the rows that it touched, and so is what undo and redo would do."""

from collections.abc import Callable
from datetime import date

from relationdesk.desk.changes import Changes
from relationdesk.desk.desk import Desk
from relationdesk.domain.card import HandleEntry
from relationdesk.domain.ids import PersonId
from relationdesk.domain.labels import Label, Whose
from relationdesk.domain.readings import Reading
from relationdesk.domain.vocabulary import Direction, InteractionKind, OrganisationKind, Source, Tone
from relationdesk.work.history.commands import correct_interaction, log_interaction
from relationdesk.work.organisations.commands import add_organisation, set_kind
from relationdesk.work.people.editing.accounts import add_account, add_reading, remove_account, set_followers
from relationdesk.work.people.several import archive_people

DAY = date(2026, 11, 24)
Add = Callable[[str], PersonId]


def heard(desk: Desk) -> list[Changes]:
    told: list[Changes] = []
    desk.listen(told.append)
    return told


def test_a_number_of_followers_is_of_whose_account_it_was_read(desk: Desk, add: Add):
    eric = add("Éric Dupré")
    add("Noor Benali")
    account = add_account(desk, eric, HandleEntry("Instagram", "eric"))
    told = heard(desk)

    reading = add_reading(desk, account, Reading(1_200, DAY), Source.I_SAW)
    set_followers(desk, reading, 1_300)

    assert [(changes.whose, changes.people) for changes in told] == 2 * [(Whose(("Éric Dupré",)), {eric})]
    assert desk.undo_state().undo_whose == Whose(("Éric Dupré",))
    undone = desk.undo()
    assert undone is not None
    assert undone.whose == Whose(("Éric Dupré",))
    assert desk.undo_state().redo_whose == Whose(("Éric Dupré",))
    remove_account(desk, account)
    assert told[-1].whose == Whose(("Éric Dupré",))


def test_what_happened_is_everybodys_who_took_part_though_only_its_own_row_changes(desk: Desk, add: Add):
    both = [add("Léa Marchetti"), add("Théo Bastide")]
    entry = log_interaction(desk, people=both, kind=InteractionKind.CALL, text="Talked", happened_on=DAY)
    told = heard(desk)

    correct_interaction(
        desk, entry, kind=InteractionKind.MEETING, direction=Direction.BOTH, tone=Tone.NEITHER
    )

    assert told[-1].whose == Whose(("Léa Marchetti", "Théo Bastide"))


def test_many_are_counted_and_what_is_no_persons_is_named_by_itself(desk: Desk, add: Add):
    many = [add(name) for name in ("Léa Marchetti", "Théo Bastide", "Noor Benali")]
    told = heard(desk)

    archive_people(desk, many)
    olivade = add_organisation(desk, "Olivade")
    set_kind(desk, olivade, OrganisationKind.CLIENT)

    assert [changes.whose for changes in told] == [Whose(people=3), Whose(("Olivade",)), Whose(("Olivade",))]


def test_somebody_whose_coming_is_taken_back_is_named_where_it_would_be_done_again(desk: Desk, add: Add):
    add("Léa Marchetti")

    undone = desk.undo()

    assert undone is not None
    assert (undone.label, undone.whose) == (Label.ADD_PERSON, Whose(("Léa Marchetti",)))
    assert desk.undo_state().redo_whose == Whose(("Léa Marchetti",))
    redone = desk.redo()
    assert redone is not None
    assert redone.whose == Whose(("Léa Marchetti",))
    desk.forget_steps()
    assert desk.undo_state().undo_whose == Whose()
