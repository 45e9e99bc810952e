import socket
import sys

import pytest

from relationdesk.system.display import display_answers

pytestmark = pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="there is always a screen there")


@pytest.fixture(autouse=True)
def no_screen(monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


def test_without_a_word_of_a_screen_there_is_none():
    assert not display_answers()


def test_a_screen_that_nobody_shows_does_not_answer(monkeypatch):
    monkeypatch.setenv("DISPLAY", ":4711")

    assert not display_answers()


def test_a_screen_that_is_served_answers(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert not display_answers()

    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-0"))
        server.listen()
        assert display_answers()


@pytest.mark.parametrize(("name", "value"), [("DISPLAY", "far.example:0"), ("QT_QPA_PLATFORM", "offscreen")])
def test_what_cannot_be_asked_is_taken_at_its_word(monkeypatch, name, value):
    monkeypatch.setenv(name, value)

    assert display_answers()
