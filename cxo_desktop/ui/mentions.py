"""Which tools a text names."""

from __future__ import annotations

import re

_SHORTEST = 3


def said_name(name: str) -> str:
    """Return the part of a tool's name that people say: "CommCare" of "CommCare (cloud)"."""
    return re.split(r"\s+\(|\s+on\s+", name, maxsplit=1)[0]


def names(text: str, tool: str) -> bool:
    """Tell whether a text names a tool, as a word of its own and in any case of letters."""
    name = said_name(tool).casefold()
    if len(name) < _SHORTEST:
        return False
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text.casefold()) is not None
