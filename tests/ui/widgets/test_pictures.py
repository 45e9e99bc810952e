"""Pictures as they come: turned, mislabelled, far too large, or none at all."""

import struct
import sys
import zlib

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter

from relationdesk.domain.pictures import media_type_of
from relationdesk.ui.widgets import pictures
from relationdesk.ui.widgets.pictures import thumbnail

resource = pytest.importorskip("resource", reason="Windows does not tell the most memory a process held")


def encoded(image, kind):
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind, 90)
    return bytes(buffer.data().data())


def picture(width, height, *, left="red", right="blue"):
    """The left half in one colour, the right half in the other."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(left))
    painter = QPainter(image)
    painter.fillRect(width // 2, 0, width, height, QColor(right))
    painter.end()
    return image


def chunk(kind, content):
    body = kind + content
    return struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body))


def empty_png(width, height):
    """A true PNG of white pixels, one bit each, packed into few bytes."""
    packer = zlib.compressobj(9)
    line = b"\0" + b"\xff" * ((width + 7) // 8)
    rows = b"".join(packer.compress(line) for _row in range(height)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def turned(jpeg, orientation):
    """The same JPEG with an EXIF block that says how the camera was held, and where."""
    entries = struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0)
    entries += struct.pack(">HHI4s", 0x010F, 2, 4, b"ACME"[:3] + b"\0")
    body = b"Exif\0\0" + b"MM\0*" + struct.pack(">IH", 8, 2) + entries + struct.pack(">I", 0)
    return jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body + jpeg[2:]


def fit_to_keep(content):
    """The whole of a picture as it is kept."""
    image = pictures.opened(content)
    return None if image is None else pictures.fit_to_keep(image, image.rect())


def most_memory():
    """The most bytes that this process ever held (getrusage tells kilobytes, on macOS bytes)."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def is_near(colour, name):
    wanted = QColor(name)
    return all(abs(a - b) < 40 for a, b in zip(colour.getRgb()[:3], wanted.getRgb()[:3], strict=True))


@pytest.fixture(autouse=True)
def with_qt(qapp):
    return qapp


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_is_kept_as_a_jpeg_of_1024_pixels_at_most(kind):
    kept = fit_to_keep(encoded(picture(3000, 1500), kind))

    image = QImage.fromData(kept)
    assert media_type_of(kept) == "image/jpeg"
    assert image.size() == QSize(1024, 512)
    assert is_near(image.pixelColor(10, 10), "red")
    assert is_near(image.pixelColor(1000, 500), "blue")


def test_a_part_of_a_picture_is_kept_alone_and_no_larger_than_it_is():
    image = pictures.opened(encoded(picture(3000, 1500), "PNG"))
    assert image.size() == QSize(2048, 1024)

    part = QImage.fromData(pictures.fit_to_keep(image, QRect(1100, 100, 400, 400)))
    whole = QImage.fromData(pictures.fit_to_keep(image, QRect(0, 0, 1024, 1024)))

    assert part.size() == QSize(400, 400)
    assert is_near(part.pixelColor(5, 5), "blue")
    assert whole.size() == QSize(1024, 1024)
    assert is_near(whole.pixelColor(5, 5), "red")


def test_a_small_picture_keeps_its_size():
    assert QImage.fromData(fit_to_keep(encoded(picture(40, 30), "PNG"))).size() == QSize(40, 30)


def test_a_picture_taken_sideways_stands_upright_and_tells_nothing_about_the_camera():
    sideways = turned(encoded(picture(400, 200), "JPEG"), 6)

    kept = fit_to_keep(sideways)

    image = QImage.fromData(kept)
    assert image.size() == QSize(200, 400)
    assert is_near(image.pixelColor(100, 10), "red")
    assert is_near(image.pixelColor(100, 390), "blue")
    assert b"Exif" in sideways
    assert b"Exif" not in kept
    assert b"ACM" not in kept


def test_texts_hidden_in_a_picture_are_gone():
    image = picture(20, 20)
    image.setText("Comment", "taken at home")
    content = encoded(image, "PNG")
    assert QImage.fromData(content).text("Comment") == "taken at home"

    assert b"taken at home" not in fit_to_keep(content)


def test_what_was_transparent_becomes_white():
    image = QImage(30, 30, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)

    kept = QImage.fromData(fit_to_keep(encoded(image, "PNG")))

    assert is_near(kept.pixelColor(15, 15), "white")


def test_a_thumbnail_is_the_middle_square():
    content = encoded(picture(300, 100), "PNG")

    square = thumbnail(content, 60)

    assert square.size() == QSize(60, 60)
    assert is_near(square.pixelColor(5, 30), "red")
    assert is_near(square.pixelColor(55, 30), "blue")


def test_a_jpeg_called_png_is_opened_as_what_it_is(tmp_path):
    file = tmp_path / "lea.png"
    file.write_bytes(encoded(picture(20, 20), "JPEG"))

    assert thumbnail(file.read_bytes(), 10) is not None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9'/></svg>",
        b"\x89PNG\r\n\x1a\n",
        b"\x89PNG\r\n\x1a\n" + b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>",
        b"\xff\xd8\xff" + bytes(5000),
        b"RIFF\x10\0\0\0WEBPVP8 ",
        b"GIF89a" + bytes(100),
    ],
)
def test_what_is_no_picture_of_the_three_kinds_is_refused(content):
    assert thumbnail(content, 30) is None
    assert fit_to_keep(content) is None


def test_a_picture_cut_off_in_the_middle_is_refused_or_shown_and_does_no_harm():
    content = encoded(picture(500, 500), "PNG")

    assert thumbnail(content[: len(content) // 2], 30) is None


@pytest.mark.parametrize("side", [7_000, 20_000])
def test_a_small_file_of_a_vast_picture_is_refused_before_it_is_decoded(side):
    content = empty_png(side, side)
    assert len(content) < 100_000

    before = most_memory()
    assert thumbnail(content, 30) is None
    assert fit_to_keep(content) is None
    grown = most_memory() - before

    assert grown < 20_000_000


def test_a_vast_jpeg_is_scaled_while_it_is_decoded():
    image = QImage(7_000, 7_000, QImage.Format.Format_Grayscale8)
    image.fill(120)
    content = encoded(image, "JPEG")
    del image

    before = most_memory()
    assert thumbnail(content, 56).size() == QSize(56, 56)

    assert most_memory() - before < 60_000_000


def test_no_reader_of_the_program_may_take_more_than_its_share():
    thumbnail(encoded(picture(20, 20), "PNG"), 10)

    assert QImageReader.allocationLimit() == 64
