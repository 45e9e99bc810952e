"""What is to be remembered, in words: what it says, and how and when it became known."""

from datetime import date

from relationdesk.domain.suiting.record import Refusal
from relationdesk.domain.suiting.wording import refused_text
from relationdesk.domain.terms import term
from relationdesk.domain.vocabulary import Polarity
from relationdesk.language.dates import short_day
from relationdesk.language.words import _
from relationdesk.ui.places.people.remembering.remember_words import preference_text
from relationdesk.work.people.record_lines import FactLine, PreferenceLine, RefusalLine


def preference_words(line: PreferenceLine, today: date) -> tuple[str, str]:
    """A preference, and what it is about, how it is known and since when."""
    known = _in_a_row(term(line.category), term(line.source), _day(line.noted_on, today))
    return preference_text(line), known


def fact_words(line: FactLine, today: date) -> tuple[str, str]:
    """A fact, and how it is known and since when."""
    labelled = _("{label}: {value}").format(label=line.label, value=line.value)
    text = labelled if line.label else line.value
    return text, _in_a_row(term(line.source), _day(line.noted_on, today))


def kept_words(line: PreferenceLine | FactLine | RefusalLine) -> str:
    """What is said of something that is remembered already, and under which heading it stands."""
    match line:
        case PreferenceLine():
            heading, text = polarity_heading(line.polarity), preference_text(line)
        case FactLine():
            heading, text = _("Worth knowing"), line.value
        case RefusalLine():
            heading, text = _("Said no to"), line.what
    return _("Kept already, under “{heading}”: {what}").format(heading=heading, what=text)


def polarity_heading(polarity: Polarity) -> str:
    """What stands above everything that somebody feels the same about."""
    return {
        Polarity.LOVES: _("Loves"),
        Polarity.LIKES: _("Likes"),
        Polarity.AVOIDS: _("Avoids"),
        Polarity.REFUSES: _("Refuses"),
    }[polarity]


def refusal_words(line: RefusalLine, today: date) -> tuple[str, str]:
    """What was refused and why, and who said so, when, and until when."""
    what = refused_text(
        Refusal(line.id, line.what, said_by=line.said_by, client=line.client, reward=line.reward)
    )
    text = _("{what} ({why})").format(what=what, why=line.why) if line.why else what
    until = _("until {day}").format(day=short_day(line.until, today)) if line.until else ""
    said_by = _("{who} said so").format(who=line.said_by) if line.said_by else ""
    return text, _in_a_row(said_by, _day(line.said_on, today), until)


def _day(day: date | None, today: date) -> str:
    return short_day(day, today) if day else ""


def _in_a_row(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
