import pytest

from real_desk import PIXEL
from relationdesk.domain.errors import NotFoundError
from relationdesk.domain.ids import PersonId
from relationdesk.work.files import MissingFileError
from relationdesk.work.people.errors import UnfitPictureError
from relationdesk.work.people.pictures import picture_file, remove_picture, set_picture
from relationdesk.work.people.queries import person_lines, pictures_of
from relationdesk.work.people.record import person_page


def picture_of(desk, person):
    page = person_page(desk.reader, person, desk.today())
    digest = page.record.picture_hash
    return pictures_of(desk.reader, [digest])[0].content if digest else None


def test_a_picture_is_kept_shown_in_the_list_and_taken_back_by_undo(desk, add):
    lea = add("Léa Marchetti")

    set_picture(desk, lea, PIXEL, "image/png")

    assert picture_of(desk, lea) == PIXEL
    (line,) = person_lines(desk.reader, [lea])
    assert pictures_of(desk.reader, [line.picture_hash])[0].content == PIXEL
    desk.undo()
    assert picture_of(desk, lea) is None
    desk.redo()
    assert picture_of(desk, lea) == PIXEL


def test_the_same_picture_of_two_people_is_stored_once(desk, add):
    lea, noor = add("Léa Marchetti"), add("Noor Benali")

    set_picture(desk, lea, PIXEL, "image/png")
    set_picture(desk, noor, PIXEL, "image/png")

    assert picture_of(desk, noor) == PIXEL
    assert desk.reader.number("SELECT count(*) FROM blob") == 1


def test_a_picture_is_taken_away_and_comes_back_by_undo(desk, add):
    lea = add("Léa Marchetti")
    set_picture(desk, lea, PIXEL, "image/png")

    remove_picture(desk, lea)

    assert picture_of(desk, lea) is None
    desk.undo()
    assert picture_of(desk, lea) == PIXEL


@pytest.mark.parametrize(
    ("content", "media_type"), [(b"<svg/>", "image/svg+xml"), (PIXEL, "image/jpeg"), (b"", "")]
)
def test_what_is_not_what_it_says_is_refused(desk, add, content, media_type):
    lea = add("Léa Marchetti")

    with pytest.raises(UnfitPictureError):
        set_picture(desk, lea, content, media_type)

    assert picture_of(desk, lea) is None
    assert desk.reader.number("SELECT count(*) FROM blob") == 0


def test_nobody_gets_no_picture(desk):
    with pytest.raises(NotFoundError):
        set_picture(desk, PersonId(5), PIXEL, "image/png")

    assert desk.reader.number("SELECT count(*) FROM blob") == 0


def test_a_file_that_is_no_picture_or_no_file_is_refused(tmp_path):
    (tmp_path / "list.png").write_bytes(b"name;mail\n")

    with pytest.raises(UnfitPictureError):
        picture_file(tmp_path / "list.png")
    with pytest.raises(MissingFileError):
        picture_file(tmp_path / "gone.png")
    with pytest.raises(MissingFileError):
        picture_file(tmp_path)


def test_pictures_that_are_gone_are_missing(desk):
    assert pictures_of(desk.reader, ["0" * 64]) == []
