import pytest

from relationdesk.desk.contents import rows_of
from relationdesk.domain.drafts import Draft, DraftField, about_person
from relationdesk.domain.errors import EmptyTextError, NotFoundError
from relationdesk.domain.ids import AttachmentId, PersonId
from relationdesk.domain.labels import Label
from relationdesk.domain.noting import Happening
from relationdesk.domain.pictures import file_mark
from relationdesk.domain.vocabulary import InteractionKind
from relationdesk.system.paths import opened_folder
from relationdesk.work.attachments import reading
from relationdesk.work.attachments.commands import attach_files, keep_aside, remove_file, rename_file
from relationdesk.work.attachments.errors import TooLargeFileError
from relationdesk.work.attachments.opening import copy_to_open, may_be_opened
from relationdesk.work.attachments.queries import (
    FileContent,
    attachments_of,
    file_content,
    file_named,
    write_out,
)
from relationdesk.work.attachments.reading import NewFile, file_read
from relationdesk.work.desks.machine import this_machine
from relationdesk.work.drafts.commands import keep_drafts
from relationdesk.work.erasing.commands import erase
from relationdesk.work.files import MissingFileError
from relationdesk.work.history.commands import log_interaction, note_happening
from relationdesk.work.trash.commands import keep_house

CONTRACT = NewFile("contract.pdf", "application/pdf", b"%PDF-1.7")


def names(desk, person):
    return [line.name for line in attachments_of(desk.reader, person)]


def test_a_file_is_kept_and_goes_by_undo(desk, add):
    lea = add("Léa Marchetti")

    (kept,) = attach_files(desk, lea, [CONTRACT])

    (line,) = attachments_of(desk.reader, lea)
    assert (line.id, line.name, line.size, line.media_type) == (kept, "contract.pdf", 8, "application/pdf")
    assert (line.came_with, line.added_on) == (None, desk.today())
    assert file_content(desk.reader, kept).content == b"%PDF-1.7"
    desk.undo()
    assert names(desk, lea) == []
    desk.redo()
    assert names(desk, lea) == ["contract.pdf"]


def test_several_files_are_one_step_and_one_content_is_stored_once(desk, add):
    lea = add("Léa Marchetti")

    attach_files(desk, lea, [CONTRACT, NewFile("again.pdf", "application/pdf", CONTRACT.content)])

    assert sorted(names(desk, lea)) == ["again.pdf", "contract.pdf"]
    assert desk.reader.number("SELECT count(*) FROM blob") == 1
    desk.undo()
    assert names(desk, lea) == []


def test_a_file_is_renamed_and_removed_each_taken_back(desk, add):
    lea = add("Léa Marchetti")
    (kept,) = attach_files(desk, lea, [CONTRACT])

    rename_file(desk, kept, " signed.pdf ")
    assert names(desk, lea) == ["signed.pdf"]
    remove_file(desk, kept)
    assert names(desk, lea) == []
    desk.undo()
    desk.undo()
    assert names(desk, lea) == ["contract.pdf"]


def test_a_file_needs_a_name_and_somebody(desk, add):
    (kept,) = attach_files(desk, add("Léa Marchetti"), [CONTRACT])

    with pytest.raises(EmptyTextError):
        rename_file(desk, kept, "  ")
    with pytest.raises(NotFoundError):
        attach_files(desk, PersonId(99), [CONTRACT])
    with pytest.raises(NotFoundError):
        file_content(desk.reader, AttachmentId(99))


def test_a_file_is_read_by_its_first_bytes_and_refused_when_it_is_too_large(tmp_path, monkeypatch):
    path = tmp_path / "photo.txt"
    path.write_bytes(b"\xff\xd8\xff and more")

    assert file_read(path) == NewFile("photo.txt", "image/jpeg", b"\xff\xd8\xff and more")
    monkeypatch.setattr(reading, "LARGEST_FILE", 4)
    with pytest.raises(TooLargeFileError):
        file_read(path)
    with pytest.raises(MissingFileError):
        file_read(tmp_path / "gone")


def test_a_file_is_written_where_the_user_asks(tmp_path):
    write_out(FileContent("contract.pdf", b"%PDF"), tmp_path / "mine.pdf")

    assert (tmp_path / "mine.pdf").read_bytes() == b"%PDF"


def test_a_copy_to_look_at_is_for_the_user_alone_and_is_gone_when_it_is_to_be(tmp_path, monkeypatch):
    monkeypatch.setenv("RELATIONDESK_HOME", str(tmp_path))

    path = copy_to_open(FileContent("../../contract.PDF", b"%PDF"))

    assert path.read_bytes() == b"%PDF"
    assert opened_folder() in path.parents
    assert path.suffix == ".pdf"
    assert opened_folder().stat().st_mode & 0o777 == 0o700
    this_machine().forget_opened()
    assert not opened_folder().exists()


@pytest.mark.parametrize(
    "name", ["a.exe", "b.sh", "c.desktop", "d.html", "e.docm", "f.svg", "g", "h.pdf.bat", ".pdf"]
)
def test_what_may_hold_a_program_is_never_opened(name):
    assert not may_be_opened(name)


def test_what_is_only_looked_at_may_be_opened():
    assert may_be_opened("Contract.PDF")


def note_naming(file, person, day):
    text = f"Signed: {file_mark(file.name, file.digest)}"
    return Happening(InteractionKind.NOTE, day, text, {person: ""})


def test_a_file_kept_aside_comes_with_the_note_that_names_it_in_one_step(desk, add):
    lea = add("Léa Marchetti")
    keep_aside(desk, [CONTRACT])
    assert desk.undo_state().undo is Label.ADD_PERSON

    noted = note_happening(desk, note_naming(CONTRACT, lea, desk.today()))

    (line,) = attachments_of(desk.reader, lea)
    assert (line.name, line.came_with) == ("contract.pdf", noted)
    assert file_named(desk.reader, noted, CONTRACT.digest) == line
    desk.undo()
    assert names(desk, lea) == []
    desk.redo()
    assert names(desk, lea) == ["contract.pdf"]


def test_a_file_that_is_with_somebody_already_is_not_kept_with_them_twice(desk, add):
    lea = add("Léa Marchetti")
    attach_files(desk, lea, [CONTRACT])

    noted = note_happening(desk, note_naming(CONTRACT, lea, desk.today()))
    note_happening(desk, note_naming(CONTRACT, lea, desk.today()))

    (line,) = attachments_of(desk.reader, lea)
    assert line.came_with == noted


def test_the_file_of_somebody_else_is_not_led_to(desk, add):
    lea, noor = add("Léa Marchetti"), add("Noor Benali")
    attach_files(desk, noor, [CONTRACT])
    noted = log_interaction(desk, people=[lea], kind=InteractionKind.NOTE, text="Nothing")

    assert file_named(desk.reader, noted, CONTRACT.digest) is None


def test_a_file_kept_aside_stays_while_its_text_is_typed_and_goes_when_nothing_names_it(made, desk, add):
    lea = add("Léa Marchetti")
    draft = Draft(about_person(DraftField.NOTE, lea), file_mark(CONTRACT.name, CONTRACT.digest))
    keep_aside(desk, [CONTRACT])
    desk.forget_steps()
    keep_house(desk)
    keep_drafts(desk, [draft])
    desk.close()
    again = made.opened()
    keep_house(again)
    assert blobs(again) == 1
    assert [row["hash"] for row in rows_of(again.reader, "blob")] == [CONTRACT.digest]

    keep_drafts(again, [Draft(draft.key, "")])
    keep_house(again)
    assert blobs(again) == 0
    again.close()


def test_a_file_kept_aside_goes_with_who_is_erased(desk, add):
    lea = add("Léa Marchetti")
    keep_aside(desk, [CONTRACT])
    draft = Draft(about_person(DraftField.NOTE, lea), file_mark(CONTRACT.name, CONTRACT.digest))
    keep_drafts(desk, [draft])

    erase(desk, lea)

    assert blobs(desk) == 0


def blobs(desk):
    return desk.reader.number("SELECT count(*) FROM blob")
