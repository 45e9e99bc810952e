"""An open desk: one connection that writes, one that reads, a clock and a journal."""

import errno
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from relationdesk.desk.changes import Changes
from relationdesk.desk.connection import Connection, open_connection
from relationdesk.desk.errors import DamagedVaultError, FullDiskError, UnwritableDeskError
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.key import DeskKey
from relationdesk.desk.reader import Reader
from relationdesk.desk.schema import SCHEMA_VERSION
from relationdesk.desk.vault import Vault, read_vault, write_vault
from relationdesk.domain.clock import Clock, today
from relationdesk.domain.labels import Label, Whose

if TYPE_CHECKING:
    from sqlmodel import Session

    from relationdesk.desk.checking import Step
    from relationdesk.desk.writer import Writer

Heard = Callable[[Changes], None]


@dataclass(frozen=True, slots=True)
class UndoState:
    """What undo would take back and redo make again; None where there is nothing."""

    undo: Label | None
    redo: Label | None
    undo_whose: Whose = field(default_factory=Whose)
    redo_whose: Whose = field(default_factory=Whose)


class Desk:
    """The user's whole database, open.

    Questions go to `reader` and changes through `change`; each side belongs to one thread at a time, and
    the two may be different threads. The writing side is opened on first use; the toolkits of `change` are
    read in with the first of them.
    """

    def __init__(
        self,
        files: DeskFiles,
        key: DeskKey,
        clock: Clock,
        *,
        came_from: int = SCHEMA_VERSION,
        ended_well: bool = True,
        reading: Connection | None = None,
    ) -> None:
        """Open the reading side of a desk whose schema is known to be current, unless `reading` is it.

        `came_from` is the schema it had before.

        `ended_well` tells that whoever had it open last was not cut off.

        Raises:
            WrongKeyError: the key does not open it.
            DamagedDeskError: a page fails its check.
        """
        self.files = files
        self.clock = clock
        self.came_from = came_from
        self.ended_well = ended_well
        self._key = key
        self._opening = Lock()
        self._writer: Writer | None = None
        self._listeners: list[Heard] = []
        self.kept_aside: set[str] = set()
        """Hashes of contents that texts name which are being typed, and whose drafts may not be kept yet."""
        self.reader = Reader(reading or open_connection(files.desk, key, reading=True), files.desk)

    @property
    def path(self) -> Path:
        """The desk file."""
        return self.files.desk

    def today(self) -> date:
        """The user's day."""
        return today(self.clock)

    def listen(self, heard: Heard) -> None:
        """Call `heard`, on the writing thread, after every acknowledged change, undo and redo."""
        self._listeners.append(heard)

    def fresh_id(self) -> int:
        """An identity that no row has had."""
        return self.writer.identities.fresh()

    def fresh_ids(self, count: int) -> int:
        """The first of `count` consecutive identities that no row has had."""
        return self.writer.identities.block(count)

    @contextmanager
    def change(self, label: Label) -> Iterator["Session"]:
        """One transaction, one step of undo. Leaving the block well acknowledges the change.

        A command that fails inside leaves no row behind.
        """
        with self.writer.transaction() as session:
            yield session
        self._announce(self.writer.close_step(label))

    @contextmanager
    def change_plainly(self, label: Label) -> Iterator[Connection]:
        """What `change` is, on the bare connection that writes.

        Whatever the program keeps by itself goes this way: whoever only reads, or types and has not finished,
        then does without the toolkits of the other.
        """
        with self.writer.plain_transaction() as connection:
            yield connection
        self._announce(self.writer.close_step(label))

    @contextmanager
    def change_for_good(self, label: Label) -> Iterator[Connection]:
        """What `change_plainly` is; it cannot be undone, and neither can anything that was done before it.

        A step that was taken before may speak of a row that is gone now.
        """
        with self.writer.plain_transaction() as connection:
            yield connection
        changes = self.writer.close_step(label)
        self.forget_steps()
        self._announce(changes)

    @property
    def key(self) -> DeskKey:
        """What opens it, for the vault and the keychain alone."""
        return self._key

    @property
    def vault(self) -> Vault:
        """The vault beside it, as it is on the disk now.

        Raises:
            DamagedVaultError: it cannot be read, or is the vault of another key.
        """
        vault = read_vault(self.files.vault)
        if not vault.fits(self._key):
            raise DamagedVaultError(self.files.vault)
        return vault

    def keep_vault(self, vault: Vault) -> None:
        """Have other secrets open the desk from now on; the desk itself is not encrypted again.

        Raises:
            UnwritableDeskError, FullDiskError: it cannot be written; the former secrets stay good.
        """
        try:
            write_vault(self.files.vault, vault)
        except OSError as error:
            if error.errno in {errno.ENOSPC, errno.EDQUOT}:
                raise FullDiskError from error
            raise UnwritableDeskError(self.path) from error

    def undo(self) -> Changes | None:
        """Take the last change back; None when there is none to take."""
        return self._announce(self.writer.replay(self.writer.journal.undo))

    def redo(self) -> Changes | None:
        """Make the change again that was taken back last."""
        return self._announce(self.writer.replay(self.writer.journal.redo))

    def mend_indexes(self, step: "Step") -> tuple[str, ...]:
        """Make the indexes anew that do not tell what their tables hold; returns of which tables.

        `step` is asked on the way; what it raises ends it, and nothing is changed.
        """
        return self.writer.mend_indexes(step)

    def leave_nothing_behind(self) -> None:
        """Have words that were struck out leave the search index, and former pages the log."""
        self.writer.leave_nothing_behind()

    def ready_for_changes(self) -> None:
        """Read in now what `change` needs, so that the first is not kept waiting."""
        _ = self.writer.sessions

    def forget_steps(self) -> None:
        """Let everything done so far stand: nothing of it can be undone or redone any more."""
        self.writer.journal.forget()

    def undo_state(self) -> UndoState:
        """What undo and redo would do now."""
        undo, redo = self.writer.journal.next_steps
        return UndoState(
            undo.label if undo is not None else None,
            redo.label if redo is not None else None,
            undo.whose if undo is not None else Whose(),
            redo.whose if redo is not None else Whose(),
        )

    @property
    def writer(self) -> "Writer":
        """The writing side."""
        with self._opening:
            if self._writer is None:
                from relationdesk.desk.writer import Writer  # noqa: PLC0415 - not wanted before first paint

                self._writer = Writer(self.files.desk, self._key, self.clock)
        return self._writer

    def close(self) -> None:
        """Close both sides; the journal goes with them."""
        if self._writer is not None:
            self._writer.close()
        self.reader.close()

    def _announce(self, changes: Changes | None) -> Changes | None:
        if changes is not None:
            for heard in self._listeners:
                heard(changes)
        return changes
