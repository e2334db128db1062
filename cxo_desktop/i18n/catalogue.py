"""Catalogues as translators write them (PO), compiled in memory for gettext (MO).

Compiling some hundred sentences takes milliseconds, so that nothing has to be built before the
program runs from its folder.
"""

from __future__ import annotations

import ast
import struct
from collections.abc import Iterator, Mapping

_MAGIC = 0x950412DE
_HEAD = 28  # bytes before the two tables of a catalogue
_PLURAL = "\0"


def read_po(text: str) -> dict[str, str]:
    """Return the messages of a PO file, plural forms joined by NUL as gettext wants them.

    Left out are those without a translation and those marked fuzzy. Raises ValueError, with the
    line, for what is no PO file.
    """
    found: dict[str, str] = {}
    for entry, fuzzy in _entries(text):
        forms = [entry[key] for key in sorted(entry) if key.startswith("msgstr")]
        if fuzzy or not all(forms):
            continue
        whole = [entry["msgid"], *([entry["msgid_plural"]] if "msgid_plural" in entry else [])]
        found[_PLURAL.join(whole)] = _PLURAL.join(forms)
    return found


def compiled(messages: Mapping[str, str]) -> bytes:
    """Return messages in the binary form that gettext reads."""
    pairs = sorted((key.encode(), text.encode()) for key, text in messages.items())
    table = 8 * len(pairs)
    heads: tuple[list[int], list[int]] = ([], [])
    texts = b""
    for column in (0, 1):
        for pair in pairs:
            heads[column].extend((len(pair[column]), _HEAD + 2 * table + len(texts)))
            texts += pair[column] + b"\0"
    begin = struct.pack("<7I", _MAGIC, 0, len(pairs), _HEAD, _HEAD + table, 0, _HEAD + 2 * table)
    return begin + struct.pack(f"<{4 * len(pairs)}I", *heads[0], *heads[1]) + texts


def _entries(text: str) -> Iterator[tuple[dict[str, str], bool]]:
    entry: dict[str, str] = {}
    fuzzy, key = False, ""
    for number, line in enumerate([*text.splitlines(), ""], 1):
        stripped = line.strip()
        if stripped.startswith("#"):
            fuzzy = fuzzy or (stripped.startswith("#,") and "fuzzy" in stripped)
        elif not stripped:
            if entry:
                yield entry, fuzzy
            entry, fuzzy, key = {}, False, ""
        else:
            name, quote, _rest = stripped.partition('"')
            key = name.strip() or key
            if not quote or not key:
                raise ValueError(f"line {number} is no line of a catalogue: {line}")
            entry[key] = entry.get(key, "") + _unquoted(stripped[len(name) :], number)


def _unquoted(quoted: str, number: int) -> str:
    try:
        value = ast.literal_eval(quoted)
    except (SyntaxError, ValueError) as error:
        raise ValueError(f"line {number} has a text without its end: {quoted}") from error
    if not isinstance(value, str):
        raise TypeError(f"line {number} has no text: {quoted}")
    return value
