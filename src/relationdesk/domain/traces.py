"""What went wrong and where in the program, told without a value of anything.

The words of an error may hold whatever it was about: names, texts, statements with their parameters, paths.
Kinds of errors and places in the program's own modules hold nothing of the kind, and are all that is told.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, islice
from types import TracebackType

_OWN = "relationdesk"
_ELSEWHERE = "(elsewhere)"
_MOST_ERRORS = 12
_MOST_PLACES = 60


@dataclass(frozen=True, slots=True)
class Trace:
    """One error of a chain: its kind, and the places it came through, the innermost last.

    A place is a module of ours, a line and a function; what is not ours is passed over as one.
    """

    kind: str
    places: tuple[str, ...]

    @property
    def innermost(self) -> str:
        """The place of ours that is nearest to where it happened."""
        return next((place for place in reversed(self.places) if place != _ELSEWHERE), _ELSEWHERE)


def traces_of(error: BaseException) -> list[Trace]:
    """An error and those that it came from, the last one raised first."""
    return [
        Trace(kind_of(one), _places(one.__traceback__)) for one in islice(_chain(error, set()), _MOST_ERRORS)
    ]


def kind_of(error: BaseException) -> str:
    """The name of its class, with the module where that is not Python's own."""
    kind = type(error)
    module = "" if kind.__module__ == "builtins" else f"{kind.__module__}."
    return _plain(f"{module}{kind.__name__}")


def place_of(error: BaseException) -> str:
    """The place of ours that is nearest to where an error happened, or where the ones it came from did."""
    places = [trace.innermost for trace in traces_of(error)]
    return next((place for place in places if place != _ELSEWHERE), _ELSEWHERE)


def in_a_line(error: BaseException) -> str:
    """`ValueError in work.people.writing:88 add, from KeyError in (elsewhere)`, in English for logs."""
    return ", from ".join(f"{trace.kind} in {trace.innermost}" for trace in traces_of(error))


def at_length(error: BaseException) -> str:
    """Every error of the chain with every place, a line for each."""
    return "\n\n".join("\n".join((trace.kind, *_indented(trace.places))) for trace in traces_of(error))


def _indented(places: tuple[str, ...]) -> list[str]:
    return [f"  {place}" for place in places]


def _chain(error: BaseException | None, seen: set[int]) -> Iterator[BaseException]:
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        if isinstance(error, BaseExceptionGroup):
            for member in error.exceptions:
                yield from _chain(member, seen)
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _places(trace: TracebackType | None) -> tuple[str, ...]:
    places = [_place(step) for step in _steps(trace)][-_MOST_PLACES:]
    return tuple(place for place, _same in groupby(places))


def _steps(trace: TracebackType | None) -> Iterator[TracebackType]:
    while trace is not None:
        yield trace
        trace = trace.tb_next


def _place(step: TracebackType) -> str:
    module = step.tb_frame.f_globals.get("__name__")
    if not isinstance(module, str) or module.partition(".")[0] != _OWN:
        return _ELSEWHERE
    return _plain(f"{module.removeprefix(f'{_OWN}.')}:{step.tb_lineno} {step.tb_frame.f_code.co_name}")


def _plain(name: str) -> str:
    """A name as code may have it, and nothing that only looks like one."""
    return "".join(sign for sign in name if sign.isascii() and (sign.isalnum() or sign in "._:<> "))[:120]
