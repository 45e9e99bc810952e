"""The line below offers to take back what it tells, and nothing else."""

from PySide6.QtWidgets import QFileDialog, QLabel

from relationdesk.domain.vocabulary import InteractionKind
from relationdesk.ui.widgets.button import Button
from relationdesk.work import history


def said(window):
    return window.frame.line.findChild(QLabel, "status.message").accessibleName()


def offers_undo(window):
    return window.frame.line.findChild(Button).isVisible()


def test_a_change_can_be_taken_back_and_a_file_that_was_written_cannot(  # noqa: PLR0917 - fixtures
    qtbot, window, tasks, office, tmp_path, until_idle
):
    noor = office.people["Noor Benali"]
    tasks.change(
        window,
        lambda desk: history.commands.log_interaction(
            desk, people=[noor], kind=InteractionKind.NOTE, text="light"
        ),
    )
    qtbot.waitUntil(lambda: said(window) == "Note, Noor Benali")
    assert offers_undo(window)

    window._flows.export_people()
    dialog = window.findChild(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "friends.vcf"))
    dialog.close()
    until_idle()

    assert said(window) == "7 people written to friends.vcf"
    assert not offers_undo(window)
