"""`due` says what Today shows: the same rows, in the same sections, in the same words."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relationdesk.cli.arguments import parse
from relationdesk.cli.verbs import run
from relationdesk.desk.desk import Desk
from relationdesk.desk.files import DeskFiles
from relationdesk.domain.card import Birthday, Card
from relationdesk.domain.clock import FixedClock
from relationdesk.domain.vocabulary import Action, InteractionKind, PromiseSide
from relationdesk.language.words import Language, use_language
from relationdesk.ui.places.today.rows import sections_of
from relationdesk.work import follow_ups, history, partnerships, people
from relationdesk.work.sample.making import make_sample_desk
from relationdesk.work.today.queries import DAYS_AHEAD, today_page
from relationdesk.work.today.sections import coming_in

PARIS = ZoneInfo("Europe/Paris")
DAY = date(2026, 11, 24)
CAP = 5
TITLES = {
    "overdue": "Overdue",
    "today": "Today",
    "growing_distant": "Growing distant",
    "this_week": "This week",
}
DAYS = st.integers(-400, 900).map(lambda ahead: DAY + timedelta(days=ahead))
AS_SHOWN = {"loan_return": "loan", "embargo_end": "embargo"}
LAST_SAID = {"last_kind", "last_title", "last_text", "last_on"}
WHO = {"section", "kind", "day", "person_id", "name"}
KEYS = {
    "follow_up": WHO | LAST_SAID | {"id", "topic", "platform", "action", "reason", "due_on", "due_at"},
    "birthday": WHO | {"month", "day_of_month", "year"},
    "distant": WHO
    | LAST_SAID
    | {"topic", "platform", "ideal_gap_days", "longest_gap_days", "last_two_way", "reason_to_write"},
    "promise": WHO | {"id", "side", "what", "made_on", "due_on"},
    "contract_end": WHO | {"id", "client", "title", "ends_on"},
    "loan_return": WHO | {"id", "client", "title", "return_on"},
    "embargo_end": WHO | {"id", "client", "title", "embargo_until"},
}
"""What docs/formats.md promises. A date that stands among the rows has more."""


def morning(day: date) -> datetime:
    return datetime.combine(day, time(9), tzinfo=PARIS)


@dataclass
class Terminal:
    """A desk of many people whose clock can be set, and what `due` says of it."""

    desk: Desk
    clock: FixedClock

    def data(self, *words: str) -> list[dict]:
        return json.loads(self.text("--json", *words))

    def text(self, *words: str) -> str:
        said: list[str] = []
        run(parse(["due", *words]), self.desk, said.append)
        (told,) = said
        return told

    def page(self, day: date):
        self.clock.moment = morning(day)
        return today_page(self.desk.reader, day)


@pytest.fixture(scope="module")
def terminal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Terminal]:
    clock = FixedClock(morning(DAY), PARIS)
    desk = make_sample_desk(DeskFiles(tmp_path_factory.mktemp("due") / "crowd.desk"), clock, 300)
    for ahead in range(0, 12, 2):
        add_one_of_each(desk, ahead)
    yield Terminal(desk, clock)
    desk.close()


def add_one_of_each(desk: Desk, ahead: int) -> None:
    """Somebody with a birthday who was spoken with on it, a promise with a day, and a contract that ends."""
    day = DAY + timedelta(days=ahead)
    born = Birthday(day.month, day.day, 1990 if ahead else None)
    person = people.commands.create_person(desk, Card(display_name=f"Ines {ahead}", birthday=born))
    side = PromiseSide.I_OWE if ahead % 4 else PromiseSide.THEY_OWE
    follow_ups.commands.make_promise(desk, person_id=person, side=side, what="The sizes")
    partnerships.commands.add_partnership(desk, person_id=person, client="Olivade", title="Oil", ends_on=day)
    partnerships.commands.add_partnership(
        desk, person_id=person, client="Olivade", title="Press", embargo_until=day, return_on=day
    )
    if ahead % 4 == 0:
        history.commands.log_interaction(
            desk, people=[person], kind=InteractionKind.CALL, text="Congratulated", happened_on=day
        )
    follow_ups.commands.set_follow_up(
        desk, person_id=person, action=Action.CALL, reason="The oil", due_on=day, due_at=time(17)
    )


def standing_in(rows: list[dict]) -> dict[str, list[tuple[str, int]]]:
    """Who stands in which section of the data, in its order."""
    found: dict[str, list[tuple[str, int]]] = {}
    for row in rows:
        if row["section"] in TITLES:
            kind = AS_SHOWN.get(row["kind"], row["kind"])
            found.setdefault(TITLES[row["section"]], []).append((kind, row.get("id", row["person_id"])))
    return found


@given(day=DAYS)
def test_it_is_what_today_shows(terminal: Terminal, day: date):
    page = terminal.page(day)
    shown = {
        section.title: [(row.key.kind.value, row.key.id) for row in section.rows]
        for section in sections_of(page, CAP)
    }

    rows = terminal.data()

    assert rows == terminal.data("--until", str(day + timedelta(days=DAYS_AHEAD)))
    assert standing_in(rows) == shown
    assert list(standing_in(rows)) == list(shown)
    promised = [row for row in rows if row["section"] == "promises"]
    assert [row["id"] for row in promised] == [row.id for row in page.promises]
    assert {row["side"] for row in promised} <= {"i_owe", "they_owe"}
    assert [(row["day"], row["person_id"]) for row in rows if row["section"] == "coming_up"] == [
        (str(coming.day), coming.person_id) for coming in coming_in(page)
    ]


@given(day=DAYS, language=st.sampled_from(Language))
def test_it_says_them_in_the_words_of_today(terminal: Terminal, day: date, language: Language):
    use_language(language)
    page = terminal.page(day)
    lines = iter(terminal.text().splitlines())
    for section in sections_of(page, CAP):
        assert next(lines) == section.title
        for row in section.rows:
            line = next(lines)
            assert line == f"  {row.name} — {row.why} ({row.chip.text}). " + line.partition("). ")[2]
            if row.idea:
                assert next(lines) == f"    {row.idea}"
    use_language(Language.ENGLISH)


@given(day=DAYS, ahead=st.integers(0, 40))
def test_the_days_ahead_end_where_it_was_told(terminal: Terminal, day: date, ahead: int):
    terminal.page(day)
    until = day + timedelta(days=ahead)
    today, more = terminal.data("--until", str(day)), terminal.data("--until", str(until))

    assert [row for row in today if row["section"] == "this_week"] == []
    assert [row for row in today if row["section"] == "coming_up" and row["day"] != str(day)] == []
    ahead_rows = [row for row in more if row["section"] in {"this_week", "coming_up"}]
    assert all(str(day) <= row["day"] <= str(until) for row in ahead_rows)
    assert [row for row in more if row not in ahead_rows] == [
        row for row in today if row["section"] != "coming_up"
    ]


@given(day=DAYS, ago=st.integers(1, 60))
def test_until_a_day_that_has_passed_it_is_what_has_been_waiting_since(
    terminal: Terminal, day: date, ago: int
):
    page, until = terminal.page(day), day - timedelta(days=ago)

    rows = terminal.data("--until", str(until))

    assert {row["section"] for row in rows} <= {"overdue"}
    since = {(row.id, "follow_up"): row.due_on for row in page.overdue}
    since |= {(row.id, "loan_return"): row.return_on for row in page.agreed.loans}
    since |= {(row.id, "embargo_end"): row.embargo_until for row in page.agreed.embargoes}
    assert [(row["id"], row["kind"]) for row in rows] == sorted(
        (row for row, day in since.items() if day <= until), key=since.__getitem__
    )


def test_each_kind_of_row_has_the_keys_that_are_promised(terminal: Terminal):
    terminal.page(DAY)
    rows = terminal.data("--until", "2027-11-24")

    assert {row["kind"] for row in rows} == set(KEYS)
    for row in rows:
        is_date = row["kind"] in {"birthday", "loan_return", "embargo_end"}
        is_row = is_date and row["section"] in {"overdue", "today"}
        more = LAST_SAID | {"topic", "platform"} if is_row else set()
        assert set(row) == KEYS[row["kind"]] | more, row


def test_a_long_while_ahead_has_a_heading_of_its_own(terminal: Terminal):
    terminal.page(DAY)
    lines = terminal.text("--until", "2027-01-31").splitlines()

    assert "Until 31 Jan 2027" in lines
    assert "This week" not in lines
    assert "Promises" in lines
    assert any(line.startswith("  You owe Ines 2: The sizes (") for line in lines)
    assert any(line.startswith("  Ines 0 owes you: The sizes (") for line in lines)
    assert "  Ines 6 — turns 36 (Monday 30 November)" in lines
    assert "  Ines 6 — contract with Olivade ends (Monday 30 November)" in lines
    assert "  Ines 6 — comes back: Press (Monday 30 November)" in lines
    assert "  Ines 6 — embargo over: Press (Monday 30 November)" in lines
    assert any(line.startswith("  Ines 0 — Lent: Olivade × Press (comes back today). ") for line in lines)
    assert any(
        line.startswith("  Ines 0 — May be published from today on: Olivade × Press (embargo over). ")
        for line in lines
    )


def test_the_last_of_all_days_is_no_harm(terminal: Terminal):
    terminal.page(DAY)

    assert terminal.data("--until", "9999-12-31")
    assert terminal.data("--until", "0001-01-01") == []


def test_on_a_desk_without_anybody_nobody_is_waiting(tmp_path, made):
    desk = Desk(made.files, made.key, FixedClock(datetime(2026, 11, 24, tzinfo=UTC), PARIS))
    terminal = Terminal(desk, desk.clock)

    assert terminal.text() == "Nobody is waiting."
    assert terminal.data() == []
    desk.close()
