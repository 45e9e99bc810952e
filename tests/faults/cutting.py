"""Work on files that is cut off: it ends before the next time it opens, renames or removes one."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

_EVENTS = frozenset({"open", "os.rename", "os.remove", "os.truncate"})
"""What Python tells of before it is done (docs.python.org/3/library/audit_events.html)."""
_left: list[int] = []


class CutOffError(BaseException):
    """The work ends here, as if the process had been killed."""


@contextmanager
def cut_off_after(count: int) -> Iterator[list[int]]:
    """Let so many opened, renamed and removed files pass inside the block, and no more.

    Gives a list that is empty once the work was cut off.
    """
    _left[:] = [count]
    try:
        yield _left
    except CutOffError:
        pass
    finally:
        _left.clear()


def _watch(event: str, _arguments: tuple[object, ...]) -> None:
    if not _left or event not in _EVENTS:
        return
    if _left[0] == 0:
        _left.clear()
        raise CutOffError
    _left[0] -= 1


sys.addaudithook(_watch)
