"""Asking and giving with one person, in words."""

from datetime import date

from relationdesk.domain.balance import Balance, Because, Peace
from relationdesk.language.dates import short_day
from relationdesk.language.words import _, plural


def balance_words(balance: Balance) -> str:
    """`You asked 4 times, and gave once`; empty while neither happened."""
    if not (balance.asked or balance.gave):
        return ""
    asked = plural("You asked once", "You asked {n} times", balance.asked)
    gave = plural("gave once", "gave {n} times", balance.gave)
    if not balance.gave:
        return _("{asked}, and gave nothing").format(asked=asked)
    if not balance.asked:
        return plural(
            "You gave once, and asked nothing", "You gave {n} times, and asked nothing", balance.gave
        )
    return _("{asked}, and {gave}").format(asked=asked, gave=gave)


def peace_words(peace: Peace, today: date) -> str:
    """Why to leave somebody in peace, and until when."""
    day = short_day(peace.until, today)
    if peace.because is Because.ASKS:
        return plural(
            "You asked {n} time in a row without giving: leave them in peace until {day}.",
            "You asked {n} times in a row without giving: leave them in peace until {day}.",
            peace.count,
            day=day,
        )
    return plural(
        "{n} reminder without an answer: leave them in peace until {day}.",
        "{n} reminders without an answer: leave them in peace until {day}.",
        peace.count,
        day=day,
    )
