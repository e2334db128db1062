"""A comment on a part of a map: one's own reading, with the notes that it rests on."""

from __future__ import annotations

import re

from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.app.map_notes import reference
from cxo_desktop.app.maps import map_card
from cxo_desktop.domain.interviews import Note

_WORD = re.compile(r"[\w-]+")


def comment(engagement: OpenEngagement, code: str, part: str, words: str) -> str:
    """Keep a comment on a box or arrow of a map; return the code of its note.

    It is the consultant's own reading. Codes of notes in its words become what it rests on.
    """
    dossier = engagement.dossier()
    known = dossier.by_code(Note)
    rests_on = dict.fromkeys(word for word in _WORD.findall(words) if word in known)
    refs = (reference(map_card(dossier, code), part), *rests_on)
    return engagement.add(Note(text=words, raw_text=words, own_reading=True, refs=refs)).code
