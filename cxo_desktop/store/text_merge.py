"""One text of all versions of a note that were written apart: Loro merges what each changed.

No document is kept or sent. It is made when it is needed from the versions in the change log, and
everything in it (who typed what, after seeing which version) comes from there, so that every
laptop makes the same one. A note that nobody edited never has one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from hashlib import sha256
from typing import Any

from cxo_desktop.domain.merge import Stamp, Stamped

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_MOST_COMPARED = 4_000_000


def join_texts(versions: Sequence[Stamped], name: str) -> str | None:
    """Return the text that holds the edits of all versions, ranked, of a field.

    None when a version was made by somebody who had not taken in what the versions before it
    rest on, so that nobody can tell what they changed.
    """
    seen = [
        [place for place, other in enumerate(versions) if one.stamp.saw(other.stamp)]
        for one in versions
    ]
    if any(not set(seen[place]) <= set(of) for of in seen for place in of):
        return None
    updates: list[bytes] = []
    for one, places in zip(versions, seen, strict=True):
        updates.append(_edit([updates[place] for place in places], one, str(one.value(name) or "")))
    return str(_document(updates).get_text("body").to_string())


def _document(updates: Sequence[bytes]) -> Any:
    from loro import LoroDoc

    document = LoroDoc()  # type: ignore[no-untyped-call]
    document.set_record_timestamp(False)
    for update in updates:
        document.import_(update)
    return document


def _edit(known: Sequence[bytes], version: Stamped, text: str) -> bytes:
    """Return what a version changed, as an update to what its maker knew."""
    from loro import ExportMode

    document = _document(known)
    body = document.get_text("body")
    before = document.oplog_vv
    document.peer_id = _peer(version.stamp, text) if known else _seed(text)
    for start, end, put in reversed(list(differences(body.to_string(), text))):
        if end > start:
            body.delete(start, end - start)
        if put:
            body.insert(start, put)
    document.commit()
    return bytes(document.export(ExportMode.Updates(before)))


def _peer(stamp: Stamp, text: str) -> int:
    return _number(f"{stamp.device} {stamp.segment} {stamp.instant} {text}")


def _seed(text: str) -> int:
    return _number(f"seed {text}")


def _number(words: str) -> int:
    return (int.from_bytes(sha256(words.encode()).digest()[:8], "big") >> 1) | 1


def differences(old: str, new: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, put): what to replace in ``old``, in order, to make ``new`` of it.

    By words, or by lines where there are too many words.
    """
    for pattern in (_TOKEN, _LINE):
        ours, theirs = pattern.findall(old), pattern.findall(new)
        first = _common(ours, theirs)
        last = _common(ours[first:][::-1], theirs[first:][::-1])
        ours, theirs = (part[first : len(part) - last] for part in (ours, theirs))
        if len(ours) * len(theirs) <= _MOST_COMPARED:
            break
    else:
        start = len("".join(_LINE.findall(old)[:first]))
        yield start, start + len("".join(ours)), "".join(theirs)
        return
    places = [len("".join(pattern.findall(old)[:first]))]
    for token in ours:
        places.append(places[-1] + len(token))
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    for tag, start, end, put_from, put_to in matcher.get_opcodes():
        if tag != "equal":
            yield places[start], places[end], "".join(theirs[put_from:put_to])


def _common(ours: Sequence[str], theirs: Sequence[str]) -> int:
    """Return how many tokens are the same from the front."""
    count = 0
    for one, other in zip(ours, theirs, strict=False):
        if one != other:
            break
        count += 1
    return count
