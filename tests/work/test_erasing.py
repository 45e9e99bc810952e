"""What is known of somebody who was erased."""

from collections.abc import Callable

import pytest

from relationdesk.desk.desk import Desk
from relationdesk.desk.key import keyed_hash, new_key
from relationdesk.desk.tables import RelationRow
from relationdesk.domain.card import Card, ContactEntry, HandleEntry
from relationdesk.domain.errors import NotFoundError
from relationdesk.domain.ids import PersonId
from relationdesk.domain.labels import Label
from relationdesk.domain.vocabulary import Audience, ContactKind, RelationKind
from relationdesk.exchange.kinds import FileKind
from relationdesk.exchange.reports import IncomingCard, Reading
from relationdesk.work import erasing, people
from relationdesk.work.imports.commands import import_people
from relationdesk.work.imports.preview import Preview, Standing, preview

LEA = Card(
    display_name="Léa Marchetti",
    contacts=(
        ContactEntry(ContactKind.EMAIL, "lea@trails.example"),
        ContactEntry(ContactKind.PHONE, "06 39 98 00 12"),
    ),
    handles=(HandleEntry("instagram", "lea.trails"),),
)
AGAIN = {
    "e-mail": Card(display_name="L. M.", contacts=(ContactEntry(ContactKind.EMAIL, "LEA@trails.example"),)),
    "phone": Card(display_name="L. M.", contacts=(ContactEntry(ContactKind.PHONE, "+33 6 39 98 00 12"),)),
    "account": Card(display_name="L. M.", handles=(HandleEntry("Instagram", "@lea.trails"),)),
    "name": Card(display_name="lea marchetti"),
}


def seen(desk: Desk, *cards: Card) -> Preview:
    incoming = tuple(IncomingCard(line, card) for line, card in enumerate(cards, 1))
    return preview(desk.reader, Reading(FileKind.VCARD, incoming), "FR")


@pytest.mark.parametrize("known_by", AGAIN)
def test_an_import_tells_who_was_erased_and_leaves_them_out(desk: Desk, known_by: str):
    lea = people.commands.create_person(desk, LEA)
    erasing.commands.erase(desk, lea)

    found = seen(desk, AGAIN[known_by], Card(display_name="Noor Benali"))
    brought = import_people(desk, found, file_name="people.vcf", title="From people.vcf")

    assert [line.standing for line in found.lines] == [Standing.ERASED, Standing.NEW]
    assert found.lines[0].erased_on == desk.today()
    assert brought.added == 1


def test_whoever_was_erased_comes_in_when_ticked(desk: Desk):
    erasing.commands.erase(desk, people.commands.create_person(desk, LEA))

    brought = import_people(
        desk, seen(desk, LEA), file_name="people.vcf", title="From people.vcf", chosen=[0]
    )

    assert brought.added == 1


def test_nothing_that_is_kept_of_them_can_be_told_without_the_desks_key(desk: Desk):
    erasing.commands.erase(desk, people.commands.create_person(desk, LEA))
    marks = [mark for (mark,) in desk.reader._rows("SELECT mark FROM erased", {})]

    assert keyed_hash(desk.key, "contact:lea@trails.example") in marks
    assert keyed_hash(new_key(), "contact:lea@trails.example") not in marks
    assert not any("lea" in mark for mark in marks)


def test_somebody_who_is_gone_already_is_told(desk: Desk):
    lea = people.commands.create_person(desk, LEA)
    erasing.commands.erase(desk, lea)

    with pytest.raises(NotFoundError):
        erasing.commands.erase(desk, lea)
    assert erasing.queries.belongings(desk.reader, lea) is None


def test_others_on_the_desk_are_not_touched(desk: Desk, add: Callable[..., PersonId]):
    noor, lea = add("Noor Benali"), people.commands.create_person(desk, LEA)
    before = people.record.person_page(desk.reader, noor, desk.today())

    erasing.commands.erase(desk, lea)

    assert people.record.person_page(desk.reader, noor, desk.today()) == before


def test_somebody_in_the_trash_is_erased_and_known_again_too(desk: Desk):
    lea = people.commands.create_person(desk, LEA)
    people.commands.trash_person(desk, lea)

    erasing.commands.erase(desk, lea)

    assert [line.standing for line in seen(desk, LEA).lines] == [Standing.ERASED]


def test_nothing_of_whoever_is_erased_is_kept_with_others_who_were_merged(desk: Desk):
    lea, again, noor = people.commands.create_people(
        desk, [LEA, Card(display_name="Lea M."), Card(display_name="Noor Benali")]
    )
    with desk.change(Label.EDIT_PERSON) as session:
        session.add(
            RelationRow(
                id=desk.fresh_id(),
                person_id=again,
                other_id=noor,
                kind=RelationKind.KNOWS,
                note="Needle",
                audience=Audience.ONLY_ME,
            )
        )
    merger = people.merging.merge(desk, lea, again, {})

    erasing.commands.erase(desk, noor)
    assert desk.reader.number("SELECT count(*) FROM merged_row WHERE before LIKE '%Needle%'") == 0
    people.merging.take_apart(desk, merger)
    erasing.commands.erase(desk, again)

    assert [line.standing for line in seen(desk, LEA).lines] == [Standing.KNOWN]
