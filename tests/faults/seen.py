"""Everything that a program with a window shows, holds ready to be shown, or lets others read."""

import gc
from collections.abc import Iterable, Iterator
from contextlib import suppress

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject
from PySide6.QtGui import QAccessible, QClipboard, QGuiApplication, QTextDocument
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6.Shiboken import isValid

_ROLES = range(15)
_SPOKEN = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value, QAccessible.Text.Help)


def found(needles: Iterable[str]) -> set[tuple[str, str]]:
    """Where each needle is to be read: the needle, and the kind of thing it is in."""
    texts = list(_texts())
    return {(needle, where) for needle in needles for where, text in texts if needle in text}


def _texts() -> Iterator[tuple[str, str]]:
    for thing in _things():
        kind = type(thing).__name__
        for text in _properties(thing):
            yield kind, text
        if isinstance(thing, QWidget):
            yield from ((f"{kind}, as it is spoken", text) for text in _spoken(thing))
        if isinstance(thing, QAbstractItemModel):
            yield from ((kind, text) for text in _cells(thing, QModelIndex()))
        if isinstance(thing, QTextDocument):
            yield kind, thing.toRawText()
    for window in QGuiApplication.allWindows():
        yield "window", window.title()
    yield from (("clipboard", text) for text in _clipboard())


def _things() -> list[QObject]:
    """Every widget, and every other object of Qt that Python knows of."""
    widgets: list[QObject] = list(QApplication.allWidgets())
    children = [child for widget in QApplication.topLevelWidgets() for child in widget.findChildren(QObject)]
    known = [thing for thing in gc.get_objects() if isinstance(thing, QObject)]
    everything = {id(thing): thing for thing in [*widgets, *children, *known]}
    return [thing for thing in everything.values() if isValid(thing)]


def _properties(thing: QObject) -> Iterator[str]:
    kind = thing.metaObject()
    names = [kind.property(row).name() for row in range(kind.propertyCount())]
    names += [bytes(name.data()).decode() for name in thing.dynamicPropertyNames()]
    for name in names:
        with suppress(RuntimeError):  # what Qt keeps there for itself may have no form in Python
            value = thing.property(name)
            yield from (
                one for one in (value if isinstance(value, list) else [value]) if isinstance(one, str)
            )


def _spoken(widget: QWidget) -> Iterator[str]:
    interface = QAccessible.queryAccessibleInterface(widget)
    if interface is not None:
        yield from (interface.text(kind) for kind in _SPOKEN)


def _cells(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    for row in range(model.rowCount(parent)):
        for column in range(model.columnCount(parent)):
            index = model.index(row, column, parent)
            yield from (str(value) for value in map(index.data, _ROLES) if value is not None)


def _clipboard() -> Iterator[str]:
    clipboard = QGuiApplication.clipboard()
    for mode in QClipboard.Mode:
        data = clipboard.mimeData(mode)
        if data is not None:
            yield from (bytes(data.data(kind).data()).decode("utf-8", "replace") for kind in data.formats())
