"""The questions to ask a person next time, in the current language."""

from relationdesk.domain.suiting.answer import Ask, Question
from relationdesk.domain.suiting.wording import refused_text, reward_noun
from relationdesk.domain.vocabulary import Polarity, Reward
from relationdesk.language.dates import long_day
from relationdesk.language.words import _


def question_text(question: Question) -> str:
    """A question, as the user may put it to themselves."""
    text = _words(question).format(**_values(question))
    return text[:1].upper() + text[1:]


def _values(question: Question) -> dict[str, str]:
    refusal = question.refusal
    if refusal is not None:
        until = long_day(refusal.until) if refusal.until else ""
        return {"what": refused_text(refusal), "who": refusal.said_by, "day": until}
    return {"what": reward_noun(question.what) if isinstance(question.what, Reward) else question.what}


def _words(question: Question) -> str:
    return {
        Ask.STILL_SO: _still(question),
        Ask.STILL_TRUE: _("Still true: {what}?"),
        Ask.STILL_REFUSED: _("Still a no: {what}?"),
        Ask.AFTER_ALL: _("{what}: refused, or welcome after all?"),
        Ask.NOW_OVER: _("The no ended on {day}: propose {what} again?"),
        Ask.FIRST_HAND: _("{who} said no to {what}: what do they say themselves?"),
        Ask.HOW_MANY_FOLLOW: _("How many follow {what} by now?"),
        Ask.WHAT_THEY_ACCEPT: _("What do they accept: a gift, a loan, a fee, an invitation?"),
    }[question.ask]


def _still(question: Question) -> str:
    liked = (Polarity.LOVES, Polarity.LIKES)
    if isinstance(question.what, Reward) and question.polarity in liked:
        return _("Still accepts {what}?")
    return {
        Polarity.LOVES: _("Still loves {what}?"),
        Polarity.LIKES: _("Still likes {what}?"),
        Polarity.AVOIDS: _("Still avoids {what}?"),
        Polarity.REFUSES: _("Still refuses {what}?"),
    }[question.polarity or Polarity.LIKES]
