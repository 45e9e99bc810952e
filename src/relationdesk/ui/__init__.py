"""The window: everything that is drawn, and nothing that is decided."""

import builtins

import PySide6.QtCore  # noqa: F401 - it puts an `__import__` of its own in place of Python's

# PySide6's looks for `from __feature__ import` in the source of every module that is read in, whether it has
# to do with Qt or not. We do not use it, and without it a module is read in a fifth faster.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
