"""The bytes in which the change log keeps the cells of a change.

Most changes are a line or two of text, too short to be compressed by itself; words that field
notes are made of, and the names of fields, are therefore known to both sides beforehand.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from functools import cache

from cxo_desktop import assets
from cxo_desktop.domain.changes import Cell

_PLAIN, _DEFLATED, _BY_WORDS = b"\x00", b"\x01", b"\x02"
_RAW = -15
_LEVEL, _MEMORY = 6, 9


def pack(cells: Mapping[str, Cell] | None) -> bytes | None:
    """Return the bytes of cells, None for a row that is gone."""
    if cells is None:
        return None
    text = json.dumps(cells, ensure_ascii=False, separators=(",", ":")).encode()
    press = _press().copy()
    pressed = press.compress(text) + press.flush()
    return _BY_WORDS + pressed if len(pressed) < len(text) else _PLAIN + text


def unpack(value: bytes | None) -> dict[str, Cell] | None:
    """Return the cells that bytes hold, also those of earlier versions."""
    if value is None:
        return None
    cells: dict[str, Cell] = json.loads(_text(value[:1], value[1:]))
    return cells


def _text(form: bytes, body: bytes) -> bytes:
    if form == _BY_WORDS:
        return zlib.decompressobj(_RAW, zdict=_words()).decompress(body)
    return zlib.decompress(body) if form == _DEFLATED else body


@cache
def _words() -> bytes:
    """Return what both sides know. The file is never changed: old logs could not be read again."""
    return assets.resource("words/change-log-1.txt").read_bytes()


@cache
def _press() -> zlib._Compress:
    return zlib.compressobj(_LEVEL, zlib.DEFLATED, _RAW, _MEMORY, zdict=_words())
