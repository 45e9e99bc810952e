"""The way in: `python -m relationdesk`, and the command `relationdesk`."""

import sys

_INTERRUPTED = 130


def start() -> int:
    """Run the program, which says nothing when it is interrupted before it could."""
    try:
        from relationdesk.app import main  # noqa: PLC0415 - reading it in takes a moment, in which Ctrl+C may come

        return main()
    except KeyboardInterrupt:
        return _INTERRUPTED


if __name__ == "__main__":
    sys.exit(start())  # a process that reads a file for us does not need the program
