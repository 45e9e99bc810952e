"""What the head of a person's screen tells of the relationship in one look."""

from collections.abc import Iterator

from relationdesk.domain.cadence import Closeness
from relationdesk.domain.profiles import account_text
from relationdesk.domain.terms import term
from relationdesk.domain.vocabulary import Stage
from relationdesk.language.dates import due_in_words, gap_words, short_day
from relationdesk.language.words import _, plural
from relationdesk.ui.places.people.person_view import PersonView
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Tone
from relationdesk.ui.widgets.chip import ChipText
from relationdesk.work.people.record import PersonPage
from relationdesk.work.people.record_lines import HandleLine

_DOT = "\N{NO-BREAK SPACE}· "
"""Stays at the end of a line that is broken there."""
_SHORT = 24
"""Letters of a part of the line that is kept on one line."""
_RUNNING = {Stage.AGREED, Stage.PRODUCT_OUT, Stage.PUBLISHED, Stage.THANKED}


def handle_text(handle: HandleLine) -> str:
    """An account as people write it: `@lea.trails`, and a blog by its name."""
    return account_text(handle.platform, handle.name)


def about_line(page: PersonPage) -> str:
    """`Trail running · Instagram, blog · Annecy · tu`."""
    record = page.record
    platforms = list(dict.fromkeys(handle.platform for handle in page.handles if handle.platform))
    address = term(record.form_of_address) if record.form_of_address else ""
    topics = ", ".join(page.topics[:3])
    parts = (topics[:1].upper() + topics[1:], ", ".join(platforms[:3]), record.city, address, record.pronouns)
    return _DOT.join(_together(part) for part in parts if part)


def _together(part: str) -> str:
    return part.replace(" ", "\N{NO-BREAK SPACE}") if len(part) <= _SHORT else part


def header_chips(view: PersonView) -> list[ChipText]:
    """The states of a relationship, those that hold one back first."""
    return [
        *_archive(view),
        *_closeness(view),
        *_peace(view),
        *_follow_up(view),
        *_promises(view),
        *_running(view),
    ]


def _archive(view: PersonView) -> Iterator[ChipText]:
    if view.page.record.is_archived:
        yield ChipText(_("in the archive"), Tone.NEUTRAL, Icon.ARCHIVE)


def _closeness(view: PersonView) -> Iterator[ChipText]:
    record = view.page.record
    if record.do_not_contact:
        reason = record.do_not_contact_reason
        words = _("do not contact: {reason}").format(reason=reason) if reason else _("do not contact")
        yield ChipText(words, Tone.BAD, Icon.BAN)
    elif view.page.cadence is not None:
        gap = gap_words(view.page.cadence.cadence.ideal)
        yield {
            Closeness.WARM: ChipText(_("warm · {gap}").format(gap=gap), Tone.OK, Icon.HEART),
            Closeness.COOLING: ChipText(_("cooling · {gap}").format(gap=gap), Tone.WARN, Icon.CLOCK),
            Closeness.DISTANT: ChipText(_("growing distant · {gap}").format(gap=gap), Tone.WARN, Icon.CLOCK),
            Closeness.NO_CADENCE: ChipText(gap),
        }[view.page.closeness]


def _peace(view: PersonView) -> Iterator[ChipText]:
    peace = view.page.balance.peace
    if peace is not None:
        day = short_day(peace.until, view.today)
        yield ChipText(_("in peace until {day}").format(day=day), Tone.WARN, Icon.BELL_OFF)


def _follow_up(view: PersonView) -> Iterator[ChipText]:
    if view.follow_ups:
        due = view.follow_ups[0].due_on
        words = _("follow-up {when}").format(when=due_in_words(due, view.today))
        tone = Tone.BAD if due < view.today else Tone.WARN if due == view.today else Tone.NEUTRAL
        yield ChipText(words, tone)


def _promises(view: PersonView) -> Iterator[ChipText]:
    if view.promises:
        is_late = any(promise.due_on and promise.due_on < view.today for promise in view.promises)
        words = plural("{n} promise open", "{n} promises open", len(view.promises))
        yield ChipText(words, Tone.BAD if is_late else Tone.WARN)


def _running(view: PersonView) -> Iterator[ChipText]:
    for partnership in view.partnerships:
        if partnership.stage in _RUNNING and partnership.ends_on and partnership.ends_on >= view.today:
            day = short_day(partnership.ends_on, view.today)
            who = partnership.client or partnership.title
            yield ChipText(_("{client} until {day}").format(client=who, day=day), Tone.WARN)
