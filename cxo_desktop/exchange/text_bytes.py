"""Bytes of a text file to text, strictly: what is no plain text is refused in words."""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import NoReturn

from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.i18n import _

LARGEST_BYTES = 20_000_000
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")


def decode_text(name: str, content: bytes) -> str:
    """Return the text of a file, composed (NFC), with a line feed for every end of line.

    UTF-8 with or without byte order mark, UTF-16 and UTF-32 with one. Raises InputRefused, naming
    the file, for anything else and for files of more than 20 MB.
    """
    if len(content) > LARGEST_BYTES:
        refuse_file(
            name,
            _("It has {size} bytes; a text of more than {most} is not read.").format(
                size=len(content), most=LARGEST_BYTES
            ),
            _("Split it into its interviews and import those."),
        )
    mark, encoding = next((m for m in _MARKS if content.startswith(m[0])), (b"", "utf-8"))
    try:
        text = content[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        _refuse_undecodable(name, content, encoding, error.start)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    control = _CONTROL.search(text)
    if control:
        refuse_file(
            name,
            _("It is no plain text: line {line} holds the control character {code}.").format(
                line=text.count("\n", 0, control.start()) + 1, code=f"U+{ord(control[0]):04X}"
            ),
            _("Leave it out, or save its words as a text file and import that."),
        )
    return unicodedata.normalize("NFC", text)


def _refuse_undecodable(name: str, content: bytes, encoding: str, at: int) -> NoReturn:
    if b"\x00" in content[:8000] and encoding == "utf-8":
        refuse_file(
            name,
            _("It is no text but a binary file."),
            _("Leave it out, or save its words as a text file and import that."),
        )
    refuse_file(
        name,
        _("From byte {byte} on it is not {encoding}.").format(
            byte=at + 1, encoding=encoding.upper()
        ),
        _("Open it in an editor, save it as UTF-8, and import it again."),
    )


def refuse_file(name: str, why: str, remedy: str) -> NoReturn:
    """Raise InputRefused about one file of several, of which none is taken."""
    raise InputRefused(
        _("{file} was not imported, and nothing was written.").format(file=name), why, remedy
    )
