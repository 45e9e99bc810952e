"""The relationship in three sentences: how it began, how it goes, what was done together."""

from relationdesk.dossier.content import Meeting, Relationship, Rhythm, Together
from relationdesk.dossier.phrases import in_a_row
from relationdesk.language.dates import long_day
from relationdesk.language.words import _, plural

_WEEK = 7
_NAMED_CLIENTS = 4


def sentences(relationship: Relationship) -> list[str]:
    """Up to three sentences, in the order of time."""
    told = (
        _beginning(relationship.meeting) if relationship.meeting else "",
        _rhythm(relationship.rhythm) if relationship.rhythm else "",
        _together(relationship.together) if relationship.together else "",
    )
    return [sentence for sentence in told if sentence]


def _beginning(meeting: Meeting) -> str:
    how = meeting.how.strip().rstrip(".")
    day = long_day(meeting.on) if meeting.on else ""
    match bool(day), bool(meeting.introduced_by), bool(how):
        case True, True, True:
            text = _("You met on {day}, introduced by {introducer}: {how}.")
        case True, True, False:
            text = _("You met on {day}, introduced by {introducer}.")
        case True, False, True:
            text = _("You met on {day}: {how}.")
        case True, False, False:
            text = _("You met on {day}.")
        case False, True, True:
            text = _("You met through {introducer}: {how}.")
        case False, True, False:
            text = _("You met through {introducer}.")
        case False, False, True:
            text = _("How you met: {how}.")
        case _:
            return ""
    return text.format(day=day, introducer=meeting.introduced_by, how=how)


def _rhythm(rhythm: Rhythm) -> str:
    values = {
        "times": plural("once", "{n} times", rhythm.contacts_in_past_year),
        "day": long_day(rhythm.last_contact) if rhythm.last_contact else "",
        "gap": _gap(rhythm.ideal_gap_days) if rhythm.ideal_gap_days else "",
    }
    return _rhythm_sentence(rhythm).format(**values)


def _rhythm_sentence(rhythm: Rhythm) -> str:
    match bool(rhythm.contacts_in_past_year and rhythm.last_contact), bool(rhythm.ideal_gap_days):
        case True, True:
            return _(
                "In the past year you were in touch {times}, last on {day}; you would like it to be {gap}."
            )
        case True, False:
            return _("In the past year you were in touch {times}, last on {day}.")
        case False, True if rhythm.last_contact:
            return _("You were last in touch on {day}; you would like it to be {gap}.")
        case False, False if rhythm.last_contact:
            return _("You were last in touch on {day}.")
        case False, True:
            return _("You have not been in touch yet; you would like it to be {gap}.")
        case _:
            return ""


def _gap(days: int) -> str:
    """How often, as it stands inside a sentence: `every 4 weeks`."""
    if days % _WEEK == 0:
        return plural("every week", "every {n} weeks", days // _WEEK)
    return plural("every day", "every {n} days", days)


def _together(together: Together) -> str:
    if not together.partnerships:
        return ""
    return _together_sentence(together).format(
        partnerships=plural("one partnership", "{n} partnerships", together.partnerships),
        clients=in_a_row(together.clients[:_NAMED_CLIENTS]),
        day=long_day(together.last_on) if together.last_on else "",
    )


def _together_sentence(together: Together) -> str:
    match bool(together.clients), len(together.clients) > _NAMED_CLIENTS, together.last_on is not None:
        case True, True, True:
            return _(
                "Together you carried out {partnerships}, for {clients} among others, the last on {day}."
            )
        case True, True, False:
            return _("Together you carried out {partnerships}, for {clients} among others.")
        case True, False, True:
            return _("Together you carried out {partnerships}, for {clients}, the last on {day}.")
        case True, False, False:
            return _("Together you carried out {partnerships}, for {clients}.")
        case False, _any, True:
            return _("Together you carried out {partnerships}, the last on {day}.")
        case _:
            return _("Together you carried out {partnerships}.")
