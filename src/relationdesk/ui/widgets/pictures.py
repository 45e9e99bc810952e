"""Pictures from anywhere, opened without harm: the type told by the first bytes, the size before decoding."""

from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QColor, QColorSpace, QImage, QImageReader, QImageWriter, QPainter

from relationdesk.domain.pictures import media_type_of

KEPT_TYPE: Final = "image/jpeg"
_LARGEST_OPENED: Final = 2048
_LARGEST_SIDE: Final = 1024
_QUALITY: Final = 88
_MOST_PIXELS: Final = {"image/jpeg": 52_000_000, "image/png": 16_000_000, "image/webp": 16_000_000}
"""A JPEG is scaled while it is decoded; the others are whole in memory first, with four bytes a pixel."""
_MEGABYTES: Final = 64


def thumbnail(content: bytes, side: int) -> QImage | None:
    """The middle square of a picture, upright, `side` pixels wide at most; None for what is no picture.

    To be called beside the interface thread.
    """
    image = _decoded(content, QSize(side, side), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
    if image is None:
        return None
    edge = min(image.width(), image.height())
    left, top = (image.width() - edge) // 2, (image.height() - edge) // 2
    return image.copy(QRect(left, top, edge, edge))


def opened(content: bytes) -> QImage | None:
    """A picture to be framed: upright, of 2048 pixels a side at most, without a word about where it is from.

    None for what is no picture. To be called beside the interface thread.
    """
    bounds = QSize(_LARGEST_OPENED, _LARGEST_OPENED)
    image = _decoded(content, bounds, Qt.AspectRatioMode.KeepAspectRatio)
    return None if image is None else _bare(image)


def fit_to_keep(image: QImage, part: QRect) -> bytes:
    """A part of an opened picture as a JPEG of at most 1024 pixels a side.

    To be called beside the interface thread.
    """
    cut = image.copy(part)
    if max(cut.width(), cut.height()) > _LARGEST_SIDE:
        ways = (Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        cut = cut.scaled(_LARGEST_SIDE, _LARGEST_SIDE, *ways)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"jpeg"))
    writer.setQuality(_QUALITY)
    writer.write(cut)
    return bytes(buffer.data().data())


def _decoded(content: bytes, bounds: QSize, mode: Qt.AspectRatioMode) -> QImage | None:
    media_type = media_type_of(content)
    if not media_type:
        return None
    data = QByteArray(content)
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    QImageReader.setAllocationLimit(_MEGABYTES)
    reader = QImageReader(buffer, QByteArray(media_type.partition("/")[2].encode()))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isEmpty() or size.width() * size.height() > _MOST_PIXELS[media_type]:
        return None
    wanted = size.scaled(bounds, mode).expandedTo(QSize(1, 1))
    if wanted.width() < size.width() and wanted.height() < size.height():
        reader.setScaledSize(wanted)
    image = reader.read()
    return None if image.isNull() else image


def _bare(image: QImage) -> QImage:
    """The pixels alone on white: no transparency, no texts, no place, no time."""
    if image.colorSpace().isValid():
        image = image.convertedToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    bare = QImage(image.size(), QImage.Format.Format_RGB32)
    bare.fill(QColor(Qt.GlobalColor.white))
    painter = QPainter(bare)
    painter.drawImage(0, 0, image)
    painter.end()
    return bare
