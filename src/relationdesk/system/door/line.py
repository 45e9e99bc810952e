"""A connection between two processes on which nobody is waited for longer than was said."""

import hmac
import json
import os
import secrets
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Client, Connection
from threading import Timer
from typing import Any

from relationdesk.system.door.errors import BrokenLineError

Message = dict[str, Any]
LONGEST_MESSAGE = 4 * 1024 * 1024
"""Bytes; the words that can be typed take 2 MB on Linux (execve(2))."""
_CHALLENGE_BYTES = 32


class Line:
    """Sends and receives messages: JSON objects, each as a string of bytes with its length before it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._socket = _socket_of(connection)

    def send(self, message: Message) -> None:
        """Send a message.

        Raises:
            BrokenLineError: nobody is there to receive it.
        """
        self._send_bytes(json.dumps(message).encode())

    def receive(self) -> Message:
        """Wait for a message.

        Raises:
            BrokenLineError: none comes any more, or something that is none.
        """
        try:
            message = json.loads(self._receive_bytes(LONGEST_MESSAGE))
        except (ValueError, RecursionError) as error:
            raise BrokenLineError from error
        if not isinstance(message, dict):
            raise BrokenLineError
        return message

    def has_ended(self) -> bool:
        """Whether the other side is gone, where it has nothing more to say."""
        try:
            return self._connection.poll()
        except OSError:
            return True

    @contextmanager
    def within(self, seconds: float) -> Iterator[None]:
        """Cut the line when the block takes longer; it is told as broken then."""
        cutting = Timer(seconds, self._cut)
        cutting.daemon = True
        cutting.start()
        try:
            yield
        finally:
            cutting.cancel()

    def prove_as_host(self, secret: bytes) -> None:
        """Have a visitor prove that they know the secret, and prove it to them.

        Raises:
            BrokenLineError: they do not know it, or say nothing.
        """
        mine = secrets.token_bytes(_CHALLENGE_BYTES)
        self._send_bytes(mine)
        answer = self._receive_bytes(2 * _CHALLENGE_BYTES)
        theirs, proof = answer[:_CHALLENGE_BYTES], answer[_CHALLENGE_BYTES:]
        _compare(proof, _proof(secret, b"visitor", mine, theirs))
        self._send_bytes(_proof(secret, b"host", mine, theirs))

    def prove_as_visitor(self, secret: bytes) -> None:
        """Prove to a host that one knows the secret, and have them prove it.

        Raises:
            BrokenLineError: they do not know it, or say nothing.
        """
        mine = secrets.token_bytes(_CHALLENGE_BYTES)
        theirs = self._receive_bytes(_CHALLENGE_BYTES)
        self._send_bytes(mine + _proof(secret, b"visitor", theirs, mine))
        _compare(self._receive_bytes(_CHALLENGE_BYTES), _proof(secret, b"host", theirs, mine))

    def close(self) -> None:
        """Hang up."""
        self._connection.close()
        if self._socket is not None:
            self._socket.close()

    def _send_bytes(self, content: bytes) -> None:
        try:
            self._connection.send_bytes(content)
        except OSError as error:
            raise BrokenLineError from error

    def _receive_bytes(self, longest: int) -> bytes:
        try:
            return self._connection.recv_bytes(longest)
        except (OSError, EOFError) as error:
            raise BrokenLineError from error

    def _cut(self) -> None:
        if self._socket is None:
            self._connection.close()
            return
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)


def line_to(address: str, seconds: float) -> Line:
    """A line to whoever listens at an address.

    Raises:
        BrokenLineError: nobody does.
    """
    try:
        return Line(_connected(address, seconds))
    except OSError as error:
        raise BrokenLineError from error


def _connected(address: str, seconds: float) -> Connection:
    if os.name != "posix":
        return Client(address)
    with socket.socket(socket.AF_UNIX) as door:
        door.settimeout(seconds)
        door.connect(address)
        door.settimeout(None)
        return Connection(door.detach())


def _socket_of(connection: Connection) -> socket.socket | None:
    """The socket under a connection, by which a wait can be cut from another thread; pipes have none."""
    return socket.socket(fileno=os.dup(connection.fileno())) if os.name == "posix" else None


def _proof(secret: bytes, who: bytes, host: bytes, visitor: bytes) -> bytes:
    return hmac.digest(secret, who + host + visitor, "sha256")


def _compare(proof: bytes, expected: bytes) -> None:
    if not hmac.compare_digest(proof, expected):
        raise BrokenLineError
