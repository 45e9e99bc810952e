"""Reading a window from outside, as a screen reader does: AT-SPI over D-Bus.

https://gnome.pages.gitlab.gnome.org/at-spi2-core/devel-docs/ tells of the interfaces.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, HeaderFields, Message, MessageType, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from waiting import NotYetError

_SHOWING = 1 << 25
_ENABLED = 1 << 8
_FOCUSED = 1 << 12
_ATSPI = "org.a11y.atspi."
_ROOT = "/org/a11y/atspi/accessible/root"
_ANSWER_WITHIN = 5.0
_VIEWS = {"table", "list", "tree"}
Reference = tuple[str, str]
Call = tuple[Reference, str, str, str | None, tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing in a window as it was when it was read. `path` ends with its object name."""

    reference: Reference
    role: str
    name: str
    path: str
    states: int
    parts: tuple[Reference, ...]

    @property
    def is_showing(self) -> bool:
        return bool(self.states & _SHOWING)

    @property
    def is_enabled(self) -> bool:
        return bool(self.states & _ENABLED)

    @property
    def is_focused(self) -> bool:
        return bool(self.states & _FOCUSED)

    def is_called(self, object_name: str) -> bool:
        return self.path.endswith(f".{object_name}")


class Reader:
    """Reads what the programs on a bus show."""

    def __init__(self, address: str) -> None:
        self._bus: DBusConnection = open_dbus_connection(address)

    def close(self) -> None:
        self._bus.close()

    def things_of(self, process: int) -> Iterator[tuple[int, Thing]]:
        """Everything that shows in a process's windows with its depth, the nearest to the window first."""
        depth, level = 0, self._windows_of(process)
        while level:
            things = [thing for thing in self._read(level) if thing.is_showing]
            yield from ((depth, thing) for thing in things)
            level = [part for thing in things if thing.role not in _VIEWS for part in thing.parts]
            depth += 1

    def parts_of(self, thing: Thing) -> list[Thing]:
        """What is directly in a thing now: the cells of a table, the items of a list."""
        return self._read(list(self._ask([_call(thing.reference, "Accessible", "GetChildren")])[0][0]))

    def place_of(self, thing: Thing) -> tuple[int, int, int, int]:
        """Left, top, width and height on the screen."""
        left, top, width, height = self._one(_call(thing.reference, "Component", "GetExtents", "u", 0))
        return left, top, width, height

    def _windows_of(self, process: int) -> list[Reference]:
        names = [name for name in self._one(_of_bus("ListNames")) if name.startswith(":")]
        owners = self._ask([_of_bus("GetConnectionUnixProcessID", "s", name) for name in names])
        ours = [name for name, owner in zip(names, owners, strict=True) if owner == (process,)]
        windows = self._ask([_call((name, _ROOT), "Accessible", "GetChildren") for name in ours])
        return [window for answer in windows if answer for window in answer[0]]

    def _read(self, references: list[Reference]) -> list[Thing]:
        calls = []
        for reference in references:
            calls += [
                _call(reference, "Accessible", "GetRoleName"),
                _property(reference, "Name"),
                _property(reference, "AccessibleId"),
                _call(reference, "Accessible", "GetState"),
                _call(reference, "Accessible", "GetChildren"),
            ]
        answers = self._ask(calls)
        things = []
        for place, reference in enumerate(references):
            read = answers[place * 5 : place * 5 + 5]
            if all(read):
                (role,), ((_, name),), ((_, path),), (states,), (parts,) = read
                things.append(Thing(reference, role, name, path, states[0], tuple(parts)))
        return things

    def _one(self, call: Call) -> Any:
        (answer,) = self._ask([call])
        if not answer:
            raise NotYetError(f"{call[2]} was not answered")
        return answer[0]

    def _ask(self, calls: list[Call]) -> list[tuple[Any, ...]]:
        """The answers to calls that are all on their way at once; an empty one where a thing is gone."""
        waiting = {}
        for place, (reference, interface, method, signature, arguments) in enumerate(calls):
            address = DBusAddress(reference[1], bus_name=reference[0], interface=interface)
            serial = next(self._bus.outgoing_serial)
            self._bus.send(new_method_call(address, method, signature, arguments), serial=serial)
            waiting[serial] = place
        answers: list[tuple[Any, ...]] = [()] * len(calls)
        while waiting:
            message = self._receive()
            asked = message.header.fields.get(HeaderFields.reply_serial)
            if asked in waiting:
                place = waiting.pop(asked)
                is_answer = message.header.message_type is MessageType.method_return
                answers[place] = message.body if is_answer else ()
        return answers

    def _receive(self) -> Message:
        try:
            return self._bus.receive(timeout=_ANSWER_WITHIN)
        except TimeoutError as error:
            raise NotYetError("the program does not answer") from error


def _call(
    reference: Reference, interface: str, method: str, signature: str | None = None, *said: Any
) -> Call:
    return reference, _ATSPI + interface, method, signature, said


def _of_bus(method: str, signature: str | None = None, *said: Any) -> Call:
    return ("org.freedesktop.DBus", "/org/freedesktop/DBus"), "org.freedesktop.DBus", method, signature, said


def _property(reference: Reference, name: str) -> Call:
    return reference, "org.freedesktop.DBus.Properties", "Get", "ss", (_ATSPI + "Accessible", name)
