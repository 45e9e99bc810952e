"""Bringing a bundle back: what changed on each side, and what becomes of it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from relationdesk.desk.bundles.applying import apply_changes
from relationdesk.desk.bundles.errors import BadBundleError, Flaw
from relationdesk.desk.bundles.form import BundleHead
from relationdesk.desk.bundles.unpacking import Unpacked, keep_state, unpacked
from relationdesk.desk.bundles.visiting import Findings, at_rest, compare
from relationdesk.desk.checking import Step, go_on
from relationdesk.desk.connection import open_connection
from relationdesk.desk.desk import Desk
from relationdesk.desk.errors import UnfitRowError
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.key import DeskKey
from relationdesk.desk.opening import look, open_desk
from relationdesk.desk.reader import Reader
from relationdesk.desk.shapes import shapes
from relationdesk.desk.tables import CarryingRow, InteractionRow, PersonRow
from relationdesk.domain.clock import Clock
from relationdesk.domain.comparing.matters import Choice
from relationdesk.domain.comparing.merging import Change, Left, planned
from relationdesk.domain.ids import PersonId
from relationdesk.domain.labels import Label
from relationdesk.domain.vocabulary import Audience, Direction, InteractionKind, Tone
from relationdesk.language.words import _
from relationdesk.work.bundles.settling import settle_in
from relationdesk.work.bundles.story import Story, Teller, teller_for
from relationdesk.work.history.commands import add_interaction

__all__ = ["Choice", "Home", "Visit", "home_of", "look_into", "put_in_place", "take_over"]


@dataclass(frozen=True, slots=True)
class Home:
    """The desk that a bundle comes back to, open or not."""

    files: DeskFiles
    key: DeskKey = field(repr=False)


@dataclass(frozen=True, slots=True)
class Visit:
    """A bundle that was looked into, until `close`."""

    home: Home
    bundle: Unpacked
    findings: Findings
    teller: Teller
    story: Story

    @property
    def head(self) -> BundleHead:
        """What the bundle says of itself."""
        return self.bundle.head

    def close(self) -> None:
        """Remove what was unpacked."""
        self.bundle.close()


@dataclass(frozen=True, slots=True)
class TakenOver:
    """How many rows became as they are in the bundle, and how many words of it are kept as notes."""

    rows: int
    notes: int


def home_of(desk: Desk) -> Home:
    """An open desk as what a bundle is compared with, on any thread."""
    return Home(desk.files, desk.key)


def look_into(home: Home, path: Path, step: Step = go_on) -> Visit:
    """Compare the desk in a bundle with the one at home; neither is touched.

    Raises:
        BadBundleError, NewerBundleError, TooNewDeskError: it cannot be compared with this desk.
        FullDiskError, UnwritableDeskError: there is no room to unpack it beside the desk.
    """
    bundle = unpacked(path, home.files.desk.parent)
    try:
        findings = compare(bundle, home.files, home.key, step)
        with closing(open_connection(home.files.desk, home.key, reading=True)) as connection:
            teller = teller_for(findings.matters, Reader(connection, home.files.desk))
    except BaseException:
        bundle.close()
        raise
    return Visit(home, bundle, findings, teller, teller.story(findings.matters))


def take_over(desk: Desk, visit: Visit, choices: Mapping[int, Choice]) -> TakenOver:
    """Make what changed in the bundle here too, as one change.

    `choices` says what becomes of each conflict, by its place; of one that is not named, as much of both
    sides as can be. Where both changed the same and this side's word stands, the other's is kept as a note
    with the person.

    Raises:
        ChangedMeanwhileError: the desk is not any more as it was when it was compared.
        BadBundleError: what is in the bundle does not fit together; nothing was changed.
        FullDiskError, UnwritableDeskError: the state of the bundle cannot be kept; nothing was changed.
    """
    plan = planned(shapes(), visit.findings.matters, choices)
    keep_state(visit.bundle, desk.files)
    try:
        with (
            at_rest(visit.bundle.files, desk.key) as there,
            desk.change(Label.TAKE_OVER) as session,
        ):
            apply_changes(session.connection(), plan.changes, there)
            notes = _note_what_was_left(desk, session, visit.teller, plan.left)
            _remember(desk, session, visit.head)
            desk.writer.identities.rise_above(_highest(plan.changes))
    except (IntegrityError, UnfitRowError) as error:
        raise BadBundleError(visit.bundle.path, Flaw.DAMAGED) from error
    return TakenOver(len(plan.changes), notes)


def put_in_place(visit: Visit, clock: Clock, step: Step = go_on) -> Desk:
    """Make the whole desk of a bundle the desk at home, which nobody has open; the former one is kept aside.

    The visit is closed. Whatever goes wrong, the desk at home is as it was.

    Raises:
        ExpectedError: as `settle_in`.
    """
    files = visit.home.files
    with closing(visit):
        settle_in(visit.bundle, files, visit.home.key, clock.now(), step)
    return open_desk(look(files), visit.home.key, clock)


def _remember(desk: Desk, session: Session, head: BundleHead) -> None:
    if session.get(CarryingRow, head.number) is None:
        session.add(CarryingRow(id=head.number, made_at=head.made_at, taken_over_at=desk.clock.now()))
        session.flush()


def _highest(changes: Sequence[Change]) -> int:
    return max((part for change in changes for part in change.key if isinstance(part, int)), default=0)


def _note_what_was_left(desk: Desk, session: Session, teller: Teller, left: Sequence[Left]) -> int:
    """Keep the other side's words with the people whom they are about; returns with how many."""
    lines: dict[int, list[str]] = defaultdict(list)
    for people, line in map(teller.left, left):
        for person in people:
            if isinstance(person, int) and session.get(PersonRow, person) is not None:
                lines[person].append(f"* {line}")
    for person, told in lines.items():
        add_interaction(
            desk,
            session,
            people=[PersonId(person)],
            row=InteractionRow(
                id=desk.fresh_id(),
                kind=InteractionKind.NOTE,
                happened_on=desk.today(),
                title=_("Written on the other computer"),
                text="\n".join(told),
                direction=Direction.I_REACHED_OUT,
                tone=Tone.NEITHER,
                audience=Audience.ONLY_ME,
                noted_at=desk.clock.now(),
            ),
        )
    return len(lines)
