"""One slow work made of several, told as a whole."""

from relationdesk.desk.checking import Step


class Stages:
    """One whole of several stages, each of which may be cut off wherever the step says so."""

    def __init__(self, step: Step, total: int) -> None:
        self._step = step
        self._total = total
        self._before = 0

    def within(self, share: int) -> Step:
        """The step of a stage that makes up this share of the whole; stages follow each other."""
        before, self._before = self._before, self._before + share

        def step(done: int, total: int) -> None:
            self._step(before + share * min(done, total) // max(total, 1), self._total)

        return step
