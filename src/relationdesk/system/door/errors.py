"""What can go wrong between two processes."""


class BrokenLineError(Exception):
    """The other side is gone, silent, or says what nobody understands."""
