"""The bytes of an XML file as text, also where they are not what they say they are."""

from __future__ import annotations

import codecs
import re

_DECLARED = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")


def text_of(content: bytes) -> str:
    """Return the text of the bytes: by its mark, its declaration, as UTF-8, else as cp1252."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace")
    declared = _DECLARED.match(content)
    encoding = declared[1].decode("ascii") if declared else "utf-8"
    # Files that call themselves ISO-8859-1 mean cp1252, which has the same letters and more.
    for tried in (encoding, "utf-8"):
        if tried.lower() in {"iso-8859-1", "latin-1", "latin1"}:
            break
        try:
            return content.decode(tried)
        except (UnicodeDecodeError, LookupError):
            continue
    return content.decode("cp1252", "replace")
