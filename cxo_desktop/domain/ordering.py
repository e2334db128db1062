"""Keys that sort between two others, so that a line can be moved without touching the rest."""

from __future__ import annotations

_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MIDDLE = _DIGITS[len(_DIGITS) // 2]


def between(before: str, after: str) -> str:
    """Return a key that sorts after ``before`` and, unless that is "", before ``after``.

    Both are made of the letters of row ids; ``before`` sorts before ``after``. Keys never end in
    the least digit, so that there is always room before them.
    """
    if not after:
        return before + _MIDDLE
    shared = 0
    while shared < len(after) and _digit(before, shared) == _digit(after, shared):
        shared += 1
    start = after[:shared]
    low, high = _digit(before, shared), _digit(after, shared)
    if high - low > 1:
        return start + _DIGITS[(low + high) // 2]
    rest = before[shared + 1 :]
    return start + _DIGITS[low] + between(rest, "")


def _digit(key: str, place: int) -> int:
    return _DIGITS.index(key[place]) if place < len(key) else 0
