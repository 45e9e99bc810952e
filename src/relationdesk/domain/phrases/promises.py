"""What a clause says was promised, by whom, and by when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from relationdesk.domain.phrases.action_words import OCCASIONS
from relationdesk.domain.phrases.actions import is_barred
from relationdesk.domain.phrases.clauses import Clause
from relationdesk.domain.phrases.days import DayFound, Hold
from relationdesk.domain.phrases.tokens import after_phrase, phrases, word_set
from relationdesk.domain.phrases.wording import wording
from relationdesk.domain.vocabulary import PromiseSide

_I_PROMISED = phrases(
    """
    I promised, I also promised, I have promised, I've promised, I promise, we promised, we have promised,
    we've promised, and I promised, j'ai promis, j'ai aussi promis, je lui ai promis, je leur ai promis,
    je lui ai aussi promis, nous avons promis, nous lui avons promis, je promets, je lui promets,
    je lui dois, je leur dois, on lui doit, nous lui devons
    """
)
_BARE = phrases("promised, have promised, promis, promesse :, promesses :, promise :, promises :")
_I_OWE = phrases("I owe, I still owe, we owe, owe")
_MUST_GIVE = phrases("je dois, je dois encore, nous devons")
_THEY_PROMISED = phrases(
    """
    promised, has promised, have promised, 's promised, 've promised, also promised, a promis, ont promis,
    m'a promis, m'ont promis, nous a promis, nous ont promis, m'a aussi promis, a aussi promis, me promet,
    promet
    """
)
_THEY_OWE = phrases("owes me, owe me, owes us, owe us, still owes me, me doit, me doivent, nous doit")
_GIVING_ME = (
    (
        phrases("will, 'll, is going to, are going to, has to, have to, must, needs to, is to"),
        phrases("send, e-mail, email, forward, give, bring, lend, show, resend, mail, post, ship"),
        phrases("me, us"),
    ),
    (
        phrases("doit, doit encore, doivent, va, vont"),
        phrases("m', me, nous"),
        phrases(
            """
            envoyer, apporter, renvoyer, transmettre, donner, faire parvenir, transférer, rendre, prêter,
            remettre, montrer
            """
        ),
    ),
    (
        phrases("m', me, nous"),
        phrases(
            """
            enverra, enverront, apportera, donnera, donneront, transmettra, rendra, rendront, prêtera,
            renverra, remettra
            """
        ),
    ),
)
"""What comes one after another where somebody is to give the user something: `will send me`."""
_THEY = phrases("she, he, they, il, elle, ils, elles")
_NOT_NAMES = word_set(
    """
    i, we, je, j, on, nous, who, qui, nobody, no, personne, not, never, as, comme, what, which, que, the,
    if, si, when, quand, it, ca, cela, this, that, rien, nothing, you
    """
)
_TO_THEM = phrases("her, him, them, to her, to him, to them, you, also")
_THIRD = phrases(
    """
    him, them, to her, to him, to them, her to, each other, herself, himself
    """
)
_TO_ME = phrases("me, us, to me")
_LINKS = phrases(
    """
    to, de, d', that I'd, that I would, that I'll, that I will, I'd, I would, I'll, I will, that she'd,
    she'd, he'd, that he'd, they'd, :
    """
)
_OPENINGS = phrases(
    """
    to, de, d', :, the, a, an, two, three, some, le, la, les, l', un, une, des, deux, trois, quelques,
    mon, ma, mes, my
    """
)
_LISTED = phrases(
    """
    the, a, an, two, three, le, la, les, l', un, une, des, deux, trois
    """
)
_GIFTS = phrases("un, une, des, deux, trois, quelques")
_NOT_PROMISED = word_set(
    """
    not, ne, n, nothing, rien, que, qu, for, by, in, on, at, pour, en, it, one, lots, everything, much,
    so, beaucoup, tout, ca, cela, from, never, and, et, but, mais, i, monts, more,
    myself
    """
)
_MUCH = word_set("a lot, a great, a year, each other, un peu")
_MOST_NAME_WORDS = 3
_MOST_LISTED_WORDS = 4


@dataclass(frozen=True, slots=True)
class Promise:
    """Something promised, in the words typed; the day it is promised for is not among them."""

    side: PromiseSide
    what: str
    due: date | None


def promise_in(clause: Clause) -> Promise | None:
    """The promise that `clause` tells of, when it begins by telling of one."""
    start = clause.first
    mine = _after_mine(clause, start)
    if mine is not None and _is_to_somebody_else(clause, mine):
        return None
    if mine is not None:
        return _promise(clause, PromiseSide.I_OWE, mine)
    theirs = _after_theirs(clause, start)
    if theirs is not None and clause.ended_by == "?":
        return None
    return _promise(clause, PromiseSide.THEY_OWE, theirs) if theirs is not None else None


def is_heading(clause: Clause) -> bool:
    """It only announces what was promised: `promis :`."""
    after = after_phrase(_BARE, clause.tokens, clause.first)
    return clause.ended_by == ":" and after > clause.first and after in (clause.after, clause.after + 1)


def goes_on(clause: Clause) -> bool:
    """It may be the next of several things promised: an article and a few words."""
    is_short = clause.after - clause.first <= _MOST_LISTED_WORDS and not clause.days
    return is_short and after_phrase(_LISTED, clause.tokens, clause.first) > clause.first


def _after_mine(clause: Clause, start: int) -> int | None:
    """The index after the words that say that the user promised."""
    tokens = clause.tokens
    after = after_phrase(_I_PROMISED, tokens, start)
    if after > start:
        return _after_receiver(clause, after)
    after = after_phrase(_I_OWE, tokens, start)
    if after > start:
        receiver = _after_receiver(clause, after)
        return receiver if receiver > after else None
    after = after_phrase(_BARE, tokens, start)
    if after > start:
        receiver = _after_receiver(clause, after)
        return (
            receiver
            if after_phrase(_OPENINGS, tokens, receiver) > receiver or tokens[after - 1].plain == ":"
            else None
        )
    after = after_phrase(_MUST_GIVE, tokens, start)
    return after if after > start and after_phrase(_GIFTS, tokens, after) > after else None


def _after_receiver(clause: Clause, index: int) -> int:
    """The index after whom it was promised to: a pronoun or a name, when one is there."""
    after = after_phrase(_TO_THEM, clause.tokens, index)
    if after > index:
        return after
    to = index + 1 if index < clause.after and clause.tokens[index].plain in ("to", "a") else index
    named = _after_name(clause, to)
    return named if named > to else index


def _after_theirs(clause: Clause, start: int) -> int | None:
    """The index after the words that say that someone else promised the user something."""
    tokens = clause.tokens
    subject = after_phrase(_THEY, tokens, start)
    subject = subject if subject > start else _after_name(clause, start)
    if subject == start:
        return None
    owed = max(after_phrase(_THEY_OWE, tokens, subject), _after_giving(clause, subject))
    if owed > subject:
        return owed
    after = after_phrase(_THEY_PROMISED, tokens, subject)
    if (
        after == subject
        or after_phrase(_THIRD, tokens, after) > after
        or _after_any_name(clause, after) > after
    ):
        return None
    is_to_another = after < clause.after and tokens[after].exact == "à"
    return None if is_to_another else after_phrase(_TO_ME, tokens, after)


def _after_giving(clause: Clause, index: int) -> int:
    """The index after `will send me`, `doit m'envoyer` or `m'enverra`; `index` when none is there."""
    for steps in _GIVING_ME:
        after = index
        for step in steps:
            before, after = after, after_phrase(step, clause.tokens, after)
            if after == before:
                break
        else:
            return after
    return index


def _after_name(clause: Clause, index: int) -> int:
    """The index after a name: that of whom the line is about, where that is known."""
    after = _after_any_name(clause, index)
    is_own = not clause.own or any(word.plain in clause.own for word in clause.tokens[index:after])
    return after if is_own else index


def _after_any_name(clause: Clause, index: int) -> int:
    """The index after up to three words that begin with a capital."""
    after = index
    while after < min(clause.after, index + _MOST_NAME_WORDS):
        token = clause.tokens[after]
        if not token.is_capitalised or token.plain in _NOT_NAMES or clause.starts_time(after):
            break
        after += 1
    return after


def _is_to_somebody_else(clause: Clause, index: int) -> bool:
    """`I promised Paul the shoes`, in a line that is about somebody else."""
    to = index + 1 if index < clause.after and clause.tokens[index].plain in ("to", "a") else index
    is_heading = clause.tokens[index - 1].plain == ":"
    return bool(clause.own) and not is_heading and _after_any_name(clause, to) > to


def _promise(clause: Clause, side: PromiseSide, start: int) -> Promise | None:
    first = after_phrase(_LINKS, clause.tokens, start)
    if first >= clause.after or any(span.first == first for span in clause.days):
        return None
    if _is_nothing([token.plain for token in clause.tokens[first : min(first + 2, clause.after)]]):
        return None
    is_doing = first > start and clause.tokens[first - 1].plain != ":"
    day = _promised_for(clause, first, is_doing=is_doing)
    what = wording(clause.tokens, first, clause.after, [day] if day else [])
    return Promise(side, what, day.due if day else None) if what else None


def _promised_for(clause: Clause, first: int, *, is_doing: bool) -> DayFound | None:
    """The day by which the promise is to be kept, when one day is named and not said of something else.

    Where `is_doing` the first word is a verb: `to call`.
    """
    days = [day for day in clause.days if day.hold is not Hold.OF]
    if len(days) != 1 or days[0].due is None:
        return None
    before = clause.tokens[first : days[0].first]
    is_occasion = before[-1].plain in OCCASIONS and not (is_doing and len(before) == 1)
    return None if is_occasion or is_barred(before) else days[0]


def _is_nothing(opening: Sequence[str]) -> bool:
    """What follows is no thing that could be kept: nothing, a lot, `not to`."""
    return opening[0] in _NOT_PROMISED or " ".join(opening) in _MUCH
