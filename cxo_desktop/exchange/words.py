"""The word lists by which imported notes are understood (resources/words/interviews.toml)."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache

from cxo_desktop import assets


@cache
def words(table: str, key: str) -> frozenset[str]:
    """Return one list of words and phrases, in lower case and composed letters."""
    listed = _tables()[table][key]
    return frozenset(phrase.strip() for phrase in re.split("[,\n]", listed) if phrase.strip())


@cache
def _tables() -> dict[str, dict[str, str]]:
    text = assets.resource("words/interviews.toml").read_text(encoding="utf-8")
    return tomllib.loads(unicodedata.normalize("NFC", text).casefold())
