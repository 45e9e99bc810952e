"""The rules of reminding as a setting keeps them."""

from datetime import datetime, time

from relationdesk.domain.reminding import ReminderRules


def value_of(rules: ReminderRules) -> dict[str, object]:
    """The rules as a JSON value."""
    return {
        "digest_at": None if rules.digest_at is None else rules.digest_at.isoformat("minutes"),
        "quiet_from": rules.quiet_from.isoformat("minutes"),
        "quiet_until": rules.quiet_until.isoformat("minutes"),
        "hides_names": rules.hides_names,
        "silent_until": None if rules.silent_until is None else rules.silent_until.isoformat(),
    }


def rules_in(value: object) -> ReminderRules:
    """The rules that a remembered value tells; those that one begins with where it cannot be read."""
    if not isinstance(value, dict):
        return ReminderRules()
    try:
        return ReminderRules(
            digest_at=None if value["digest_at"] is None else time.fromisoformat(value["digest_at"]),
            quiet_from=time.fromisoformat(value["quiet_from"]),
            quiet_until=time.fromisoformat(value["quiet_until"]),
            hides_names=value["hides_names"] is True,
            silent_until=_moment_in(value["silent_until"]),
        )
    except (KeyError, TypeError, ValueError):
        return ReminderRules()


def _moment_in(text: str | None) -> datetime | None:
    moment = None if text is None else datetime.fromisoformat(text)
    return moment if moment is not None and moment.tzinfo is not None else None
