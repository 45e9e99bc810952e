"""The way in: `python -m relationdesk`, and the command `relationdesk`."""

import gc
import signal
import sys

_INTERRUPTED = 130
_ASKS_TO_END = ("SIGTERM", "SIGHUP")
"""What the system sends when its user logs out or a terminal is closed; Windows has no SIGHUP."""


def start() -> int:
    """Run the program. Asked to end, it does so as for Ctrl+C, which it passes over in silence.

    Python's search for garbage rests while modules are read in, none of which is any; a verb lets it begin,
    the window takes it over.
    """
    gc.disable()
    try:
        _end_when_asked()
        from relationdesk.app import main  # noqa: PLC0415 - reading it in takes a moment, in which Ctrl+C may come

        return main()
    except KeyboardInterrupt:
        return _INTERRUPTED


def _end_when_asked() -> None:
    for name in _ASKS_TO_END:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) == signal.SIG_DFL:
            signal.signal(number, signal.default_int_handler)


if __name__ == "__main__":
    sys.exit(start())  # a process that reads a file for us does not need the program
