"""How well a few letters fit a name: at its start, at a word, inside, or scattered."""

from __future__ import annotations


def badness(letters: str, name: str) -> int | None:
    """Return 0 for a name that begins with the letters, up to 3 for scattered ones, else None."""
    wanted, said = letters.casefold(), name.casefold()
    place = said.find(wanted)
    if place == 0:
        return 0
    if place > 0:
        return 2 if said[place - 1].isalnum() else 1
    position = -1
    for letter in wanted:
        position = said.find(letter, position + 1)
        if position < 0:
            return None
    return 3
