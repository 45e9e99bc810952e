"""What happened with several people, whom a text names, and telling it otherwise."""

from dataclasses import replace
from datetime import date

import pytest

from relationdesk.desk.changes import Changes
from relationdesk.desk.desk import Desk
from relationdesk.domain.card import Card
from relationdesk.domain.drafts import Draft, DraftField, DraftKey, about_person
from relationdesk.domain.errors import EmptyTextError, NotFoundError
from relationdesk.domain.ids import InteractionId, PersonId
from relationdesk.domain.labels import Label
from relationdesk.domain.mentions import Mention
from relationdesk.domain.noting import Happening, Picks, read_picks
from relationdesk.domain.vocabulary import Direction, InteractionKind, Tone
from relationdesk.work.drafts.commands import keep_drafts
from relationdesk.work.drafts.queries import kept_drafts
from relationdesk.work.erasing.commands import erase
from relationdesk.work.history.commands import (
    edit_interaction,
    log_interaction,
    note_happening,
    remove_interaction,
)
from relationdesk.work.history.queries import (
    EntryKind,
    TimelineEntry,
    named_in,
    people_called,
    timeline,
    told,
    took_part,
)
from relationdesk.work.people.commands import create_person, trash_person
from relationdesk.work.people.merging import merge, take_apart

DAY = date(2026, 11, 12)


@pytest.fixture
def people(desk: Desk) -> tuple[PersonId, PersonId, PersonId]:
    lea, noor, remi = (
        create_person(desk, Card(display_name=name))
        for name in ("Léa Marchetti", "Noor Benali", "Rémi Kowalski")
    )
    return lea, noor, remi


def breakfast(*people: PersonId, text: str = "Three at one table", **known: object) -> Happening:
    return replace(
        Happening(InteractionKind.MEETING, DAY, text, dict.fromkeys(people, "")),
        **known,  # type: ignore[arg-type]
    )


def named(person: PersonId, name: str) -> tuple[Mention, ...]:
    return (Mention(person, name),)


def only(desk: Desk, person: PersonId) -> TimelineEntry:
    (entry,) = timeline(desk.reader, person)
    return entry


def test_everybody_who_was_there_has_it_with_the_others_and_a_line_of_their_own(desk: Desk, people):
    lea, noor, remi = people
    note_happening(
        desk, breakfast(lea, noor, remi, lines={lea: "  wants wool ", noor: "", remi: "left early"})
    )

    entries = [only(desk, person) for person in people]
    assert [entry.private_line for entry in entries] == ["wants wool", "", "left early"]
    assert [[one.name for one in entry.company] for entry in entries] == [
        ["Noor Benali", "Rémi Kowalski"],
        ["Léa Marchetti", "Rémi Kowalski"],
        ["Léa Marchetti", "Noor Benali"],
    ]


def test_who_is_in_the_trash_is_named_but_not_there(desk: Desk, people):
    lea, noor, remi = people
    note_happening(
        desk, breakfast(lea, noor, text="Ask @Rémi Kowalski", mentions=named(remi, "Rémi Kowalski"))
    )
    trash_person(desk, noor)
    trash_person(desk, remi)

    entry = only(desk, lea)
    assert [(one.name, one.is_there) for one in entry.company] == [("Noor Benali", False)]
    assert [(one.name, one.is_there) for one in entry.named] == [("Rémi Kowalski", False)]


def test_somebody_whom_a_text_names_has_it_in_their_history_too(desk: Desk, people):
    lea, noor, _remi = people
    interaction = note_happening(
        desk, breakfast(noor, text="Ask @Léa Marchetti about it", mentions=named(lea, "Léa Marchetti"))
    )

    entry = only(desk, lea)
    assert (entry.kind, entry.id, entry.day) == (EntryKind.MENTION, interaction, DAY)
    assert [one.name for one in entry.company] == ["Noor Benali"]
    assert only(desk, noor).kind is EntryKind.INTERACTION


def test_whoever_was_there_and_is_named_has_it_once(desk: Desk, people):
    lea, noor, _remi = people
    note_happening(
        desk, breakfast(lea, noor, text="@Léa Marchetti laughed", mentions=named(lea, "Léa Marchetti"))
    )

    assert only(desk, lea).kind is EntryKind.INTERACTION


def test_a_name_that_is_in_the_text_no_more_names_nobody(desk: Desk, people):
    lea, noor, _remi = people
    note_happening(desk, breakfast(noor, text="Ask somebody", mentions=named(lea, "Léa Marchetti")))

    assert timeline(desk.reader, lea) == []


def test_the_link_stays_when_the_name_changes(desk: Desk, people):
    lea, noor, _remi = people
    note_happening(desk, breakfast(noor, text="Ask @Léa Marchetti", mentions=named(lea, "Léa Marchetti")))
    with desk.change(Label.EDIT_PERSON) as session:
        session.connection().exec_driver_sql(
            "UPDATE person SET display_name = 'Léa Ferri' WHERE id = ?", (lea,)
        )

    entry = only(desk, noor)
    assert entry.text == "Ask @Léa Marchetti"
    assert entry.told == "Ask Léa Ferri"
    assert [part.mention.person for part in entry.parts if part.mention] == [lea]


def test_what_happened_is_told_otherwise_in_one_step(desk: Desk, people):
    lea, noor, remi = people
    interaction = note_happening(
        desk, breakfast(lea, noor, text="Ask @Rémi Kowalski", mentions=named(remi, "Rémi Kowalski"))
    )
    before = [timeline(desk.reader, person) for person in people]

    edit_interaction(
        desk,
        interaction,
        Happening(
            kind=InteractionKind.CALL,
            happened_on=DAY.replace(day=10),
            text="Ask @Noor Benali",
            lines={lea: "hers alone", remi: ""},
            title="The wool",
            place="Annecy",
            direction=Direction.THEY_REACHED_OUT,
            tone=Tone.GAVE,
            mentions=named(noor, "Noor Benali"),
        ),
    )

    entry = only(desk, lea)
    assert (entry.word, entry.day.day, entry.title, entry.text) == (
        "call",
        10,
        "The wool",
        "Ask @Noor Benali",
    )
    assert (entry.who, entry.state, entry.tone, entry.private_line) == (
        "Annecy",
        "theirs",
        "gave",
        "hers alone",
    )
    assert [only(desk, person).kind for person in (noor, remi)] == [EntryKind.MENTION, EntryKind.INTERACTION]
    desk.undo()
    assert [timeline(desk.reader, person) for person in people] == before
    desk.redo()
    assert only(desk, lea) == entry


def test_what_happened_can_be_read_in_full_to_be_told_otherwise(desk: Desk, people):
    lea, noor, remi = people
    interaction = note_happening(
        desk,
        breakfast(
            lea,
            noor,
            lines={lea: "", noor: "hers"},
            text="@Rémi",
            mentions=named(remi, "Rémi"),
            place="Annecy",
        ),
    )

    found = told(desk.reader, interaction)
    assert found is not None
    assert (found.happened_on, found.place, found.text) == (DAY, "Annecy", "@Rémi")
    assert [(one.name, one.line) for one in took_part(desk.reader, interaction)] == [
        ("Léa Marchetti", ""),
        ("Noor Benali", "hers"),
    ]
    assert [(one.name, one.written) for one in named_in(desk.reader, interaction)] == [
        ("Rémi Kowalski", "Rémi")
    ]


def test_what_says_nothing_or_happened_with_nobody_is_refused(desk: Desk, people):
    lea, _noor, _remi = people
    interaction = note_happening(desk, breakfast(lea))

    for told_so in (breakfast(lea, text=" "), breakfast()):
        with pytest.raises(EmptyTextError):
            edit_interaction(desk, interaction, told_so)
        with pytest.raises(EmptyTextError):
            note_happening(desk, told_so)
    with pytest.raises(NotFoundError):
        edit_interaction(desk, interaction, breakfast(lea, PersonId(7)))
    assert only(desk, lea).text == "Three at one table"


def test_an_entry_is_removed_from_every_history_and_comes_back_with_undo(desk: Desk, people):
    lea, noor, remi = people
    interaction = note_happening(desk, breakfast(lea, noor, text="@Rémi", mentions=named(remi, "Rémi")))

    remove_interaction(desk, interaction)
    assert [timeline(desk.reader, person) for person in people] == [[], [], []]
    with pytest.raises(NotFoundError):
        remove_interaction(desk, InteractionId(interaction))
    desk.undo()
    assert [len(timeline(desk.reader, person)) for person in people] == [1, 1, 1]


def test_a_change_of_what_happened_reaches_everybody_who_sees_it(desk: Desk, people):
    lea, noor, remi = people
    heard: list[Changes] = []
    desk.listen(heard.append)
    interaction = note_happening(desk, breakfast(lea, noor))
    edit_interaction(desk, interaction, breakfast(lea, noor, text="Four"))
    edit_interaction(desk, interaction, breakfast(lea, noor, remi, text="Four"))
    edit_interaction(
        desk, interaction, breakfast(lea, noor, remi, text="Four", lines={lea: "", noor: "n", remi: ""})
    )
    desk.undo()

    assert heard[0].people == {lea, noor}
    assert [changes.touches(lea) for changes in heard] == [True] * 5


def test_a_file_that_came_with_nothing_stands_in_the_history(desk: Desk, people):
    lea, _noor, _remi = people
    interaction = log_interaction(desk, people=[lea], kind=InteractionKind.NOTE, text="A note")
    with desk.change(Label.EDIT_PERSON) as session:
        run = session.connection().exec_driver_sql
        run("INSERT INTO blob VALUES ('aa', 'text/plain', 1, x'61')")
        for number, came_with in ((1, None), (2, interaction)):
            run(
                "INSERT INTO attachment VALUES (?, ?, ?, 'aa', ?, '2026-11-10T09:00:00.000Z', 'only_me')",
                (number, lea, came_with, f"file {number}.txt"),
            )

    entries = timeline(desk.reader, lea)
    assert [(entry.kind, entry.title) for entry in entries] == [
        (EntryKind.INTERACTION, ""),
        (EntryKind.ATTACHMENT, "file 1.txt"),
    ]


def test_whoever_is_erased_is_named_nowhere_any_more(desk: Desk, people):
    lea, noor, remi = people
    note_happening(
        desk,
        breakfast(
            noor,
            text="Ask @Léa Marchetti, not @Rémi Kowalski",
            mentions=(Mention(lea, "Léa Marchetti"), Mention(remi, "Rémi Kowalski")),
        ),
    )
    picks = Picks(lines={lea: "hers", remi: ""}, mentions=(Mention(lea, "Léa Marchetti"),))
    keep_drafts(desk, [Draft(about_person(DraftField.NOTE, noor), "And @Léa Marchetti", picks.written())])

    erase(desk, lea)

    assert only(desk, noor).told == "Ask @…, not Rémi Kowalski"
    (draft,) = kept_drafts(desk.reader)
    assert draft.text == "And @…"
    assert read_picks(draft.aside) == Picks(lines={remi: ""})
    assert desk.reader.ids(
        "SELECT count(*) FROM interaction_fts WHERE interaction_fts MATCH 'Marchetti'"
    ) == [0]


def test_merged_people_are_one_in_what_happened_and_in_what_is_typed(desk: Desk, people):
    lea, noor, remi = people
    again = create_person(desk, Card(display_name="Lea Marchetti"))
    first = note_happening(
        desk, breakfast(noor, text="Ask @Lea Marchetti", mentions=named(again, "Lea Marchetti"))
    )
    note_happening(desk, breakfast(lea, again, noor, lines={lea: "one", again: "two", noor: ""}))
    key = DraftKey(DraftField.NOTE, remi, remi)
    keep_drafts(desk, [Draft(key, "@Lea", Picks(mentions=named(again, "Lea")).written())])

    merger = merge(desk, lea, again, {})

    shared, back = timeline(desk.reader, lea)
    assert (shared.private_line, back.id) == ("one\ntwo", first)
    assert only_named(desk, noor, first) == [lea]
    (draft,) = kept_drafts(desk.reader)
    assert read_picks(draft.aside).mentions == named(lea, "Lea")
    take_apart(desk, merger)
    assert only_named(desk, noor, first) == [again]


def only_named(desk: Desk, person: PersonId, interaction: InteractionId) -> list[PersonId]:
    (entry,) = [entry for entry in timeline(desk.reader, person) if entry.id == interaction]
    return [one.person for one in entry.named]


def test_names_are_found_for_those_who_are_there(desk: Desk, people):
    lea, noor, remi = people
    trash_person(desk, noor)

    found = people_called(desk.reader, [remi, noor, lea, PersonId(3)])
    assert [(one.person, one.name) for one in found] == [(remi, "Rémi Kowalski"), (lea, "Léa Marchetti")]
