"""Photos as they may be kept: without the place where they were taken, and small ones to show."""

from __future__ import annotations

import io
from collections.abc import Iterator

from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.i18n import _

MOST_PIXELS = 100_000_000
_JPEG, _PNG, _WEBP = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF"
_HEIC = {b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif", b"ftypheim"}
_MARKER, _SCAN, _END, _STUFFED = 0xFF, 0xDA, 0xD9, {0x00, *range(0xD0, 0xD8)}
_KEPT_SEGMENTS = {0xE0: b"JFIF", 0xE2: b"ICC_PROFILE", 0xEE: b"Adobe"}
_APPLICATION = range(0xE0, 0xF0)
_COMMENT = 0xFE
_LOST_CHUNKS = {b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME", b"EXIF", b"XMP "}
_ORIENTATION, _TAKEN, _DETAILS = 0x0112, 0x9003, 0x8769
_SHOWN = ("JPEG", "PNG", "WEBP", "GIF")


def without_position(content: bytes) -> bytes:
    """Return a photo without place, maker's notes and comments, its picture untouched.

    Which way is up and when it was taken stay. Raises InputRefused for a kind of photo that this
    cannot be done with, and for one that is damaged.
    """
    try:
        if content.startswith(_JPEG):
            return b"".join(_jpeg(content))
        if content.startswith(_PNG):
            return _PNG + b"".join(_png(content))
        if content.startswith(_WEBP) and content[8:12] == b"WEBP":
            return _webp(content)
    except (OSError, IndexError, ValueError) as error:
        raise _refused(_("It is damaged.")) from error
    raise _refused(_("The place where it was taken cannot be removed from this kind of photo."))


def is_photo(content: bytes) -> bool:
    """Tell by its first bytes whether a content is a photo as cameras and telephones make them."""
    webp = content.startswith(_WEBP) and content[8:12] == b"WEBP"
    heic = content[4:12] in _HEIC
    return webp or heic or content.startswith((_JPEG, _PNG, b"II*\0", b"MM\0*"))


def small(content: bytes, edge: int) -> bytes:
    """Return a photo as a PNG of at most ``edge`` pixels a side, turned the right way up.

    Raises InputRefused for what is no photo, or one too large to be looked at safely.
    """
    from PIL import Image, ImageOps

    try:
        with Image.open(io.BytesIO(content), formats=_SHOWN) as image:
            if image.width * image.height > MOST_PIXELS:
                raise _refused(_("It has too many pixels to be shown."))
            image.draft("RGB", (edge, edge))
            image.thumbnail((edge, edge))
            shown = ImageOps.exif_transpose(image).convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise _refused(_("It cannot be read as a photo.")) from error
    written = io.BytesIO()
    shown.save(written, "PNG")
    return written.getvalue()


def pixels(small_png: bytes) -> tuple[int, int, bytes]:
    """Return width, height and RGBA bytes of a small picture made here.

    Raises InputRefused for what is no PNG or too large.
    """
    from PIL import Image

    try:
        with Image.open(io.BytesIO(small_png), formats=("PNG",)) as image:
            if image.width * image.height > MOST_PIXELS:
                raise _refused(_("It has too many pixels to be shown."))
            shown = image.convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise _refused(_("It cannot be read as a photo.")) from error
    return shown.width, shown.height, shown.tobytes()


def _jpeg(content: bytes) -> Iterator[bytes]:
    """Yield the segments of a JPEG that stay, and the few facts of its EXIF that may."""
    yield content[:2]
    yield _kept_facts(content)
    place = 2
    while True:
        if content[place] != _MARKER:
            raise ValueError(place)
        marker = content[place + 1]
        if marker == _END:
            yield content[place : place + 2]
            return
        end = place + 2 + int.from_bytes(content[place + 2 : place + 4], "big")
        if marker == _SCAN:
            end = _end_of_scan(content, end)
        if _stays(marker, content[place + 4 : end]):
            yield content[place:end]
        place = end


def _stays(marker: int, body: bytes) -> bool:
    if marker in _APPLICATION:
        return marker in _KEPT_SEGMENTS and body.startswith(_KEPT_SEGMENTS[marker])
    return marker != _COMMENT


def _end_of_scan(content: bytes, place: int) -> int:
    while True:
        place = content.index(_MARKER, place)
        follows = content[place + 1]
        if follows not in _STUFFED and follows != _MARKER:
            return place
        place += 1 if follows == _MARKER else 2


def _kept_facts(content: bytes) -> bytes:
    from PIL import Image

    with Image.open(io.BytesIO(content), formats=("JPEG",)) as image:
        old = image.getexif()
    kept = Image.Exif()
    if _ORIENTATION in old:
        kept[_ORIENTATION] = old[_ORIENTATION]
    taken = old.get_ifd(_DETAILS).get(_TAKEN)
    if isinstance(taken, str):
        kept.get_ifd(_DETAILS)[_TAKEN] = taken
    if not len(kept) and not taken:
        return b""
    body = kept.tobytes()
    return b"\xff\xe1" + (len(body) + 2).to_bytes(2, "big") + body


def _png(content: bytes) -> Iterator[bytes]:
    place = len(_PNG)
    while True:
        size = int.from_bytes(content[place : place + 4], "big")
        kind = content[place + 4 : place + 8]
        end = place + 12 + size
        if end > len(content):
            raise ValueError(place)
        if kind not in _LOST_CHUNKS:
            yield content[place:end]
        if kind == b"IEND":
            return
        place = end


def _webp(content: bytes) -> bytes:
    chunks = []
    place, whole = 12, 8 + int.from_bytes(content[4:8], "little")
    while place < whole:
        kind = content[place : place + 4]
        size = int.from_bytes(content[place + 4 : place + 8], "little")
        end = place + 8 + size + size % 2
        if end > len(content):
            raise ValueError(place)
        chunk = content[place:end]
        if kind == b"VP8X":
            chunk = chunk[:8] + bytes([chunk[8] & ~0b1100]) + chunk[9:]
        if kind not in _LOST_CHUNKS:
            chunks.append(chunk)
        place = end
    body = b"WEBP" + b"".join(chunks)
    return _WEBP + len(body).to_bytes(4, "little") + body


def _refused(why: str) -> InputRefused:
    return InputRefused(
        _("The photo was not taken in."),
        why,
        _("Save it as JPEG or PNG, or keep the place on purpose."),
    )
