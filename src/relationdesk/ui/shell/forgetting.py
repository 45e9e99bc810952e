"""What Qt would keep of its own accord and is not to: a dialog for files remembers the folders it showed.

It writes their paths, and so the names that people give to folders, into a file in the home folder.
"""

import os

from PySide6.QtCore import QSettings


def keep_no_history() -> None:
    """Give the settings that Qt keeps for itself no place; our own have a file of their own."""
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)
