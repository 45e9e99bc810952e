import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QMessageBox, QPushButton

from relationdesk.language.marked_text import blocks_of
from relationdesk.ui.widgets.leading_out import address_in_full, site_in_full
from relationdesk.ui.widgets.safe_text import SafeText
from relationdesk.ui.widgets.text_blocks import BlockWriter


@pytest.fixture
def text(qtbot):
    made = SafeText("Note")
    qtbot.addWidget(made)
    made.resize(500, 300)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def write(text, note):
    BlockWriter(text.document(), 19).write(blocks_of(note))


def test_a_link_is_shown_in_full_before_it_is_opened(qtbot, text):
    write(text, "[https://bank.example](https://trails.example/night)")
    text.setFocus()
    qtbot.keyClick(text, Qt.Key.Key_Tab)

    qtbot.keyClick(text, Qt.Key.Key_Return)

    asked = text.findChild(QMessageBox, "note.link")
    assert asked.informativeText() == "https://trails.example/night"
    assert asked.textFormat() is Qt.TextFormat.PlainText
    words = [button.text() for button in asked.findChildren(QPushButton)]
    assert sorted(words) == ["Cancel", "Open"]
    asked.reject()


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "file:///etc/hosts", "smb://host/x", "//host/x", "x"]
)
def test_no_other_target_is_a_link(text, target):
    write(text, f"[words]({target})")

    assert "words" in text.toPlainText()
    assert "href" not in text.toHtml()


def test_a_letter_that_looks_like_another_shows_in_the_address():
    assert address_in_full(QUrl("https://b\u0430nk.example/")) == "https://xn--bnk-6cd.example/"


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("norda.example", "https://norda.example"),
        (" http://norda.example/a ", "http://norda.example/a"),
        ("n\u043erda.example", "https://xn--nrda-55d.example"),
        ("javascript:alert(1)", ""),
        ("file:///etc/hosts", ""),
        ("https://bank.example@evil.example", ""),
        ("ask Noor", ""),
        ("", ""),
    ],
)
def test_a_website_leads_where_its_address_says_or_nowhere(typed, address):
    assert site_in_full(typed) == address
