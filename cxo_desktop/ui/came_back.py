"""What a window finds when it comes back: interviews still open, and words not kept yet."""

from __future__ import annotations

from dataclasses import dataclass

from cxo_desktop.app.drafts import unfinished
from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.domain.enums import InterviewStatus
from cxo_desktop.domain.interviews import Interview, Note
from cxo_desktop.i18n import _, ngettext
from cxo_desktop.ui import words


@dataclass(frozen=True, slots=True)
class CameBack:
    """The words to show, and the interview to go on with."""

    words: str
    interview: str


def came_back(engagement: OpenEngagement, *, crashed: bool) -> CameBack | None:
    """Return what can be continued, or None.

    After a window that ended without closing (``crashed``) open interviews count; else only
    words that were typed and not kept.
    """
    drafts = unfinished(engagement)
    dossier = engagement.dossier()
    known = dossier.by_code(Interview)
    still_open = [
        one.code for one in dossier.all(Interview) if one.status is InterviewStatus.OPEN and crashed
    ]
    codes = list(
        dict.fromkeys([*(d.interview for d in drafts if d.interview in known), *still_open])
    )
    if not codes:
        return None
    at = max(
        [
            *(draft.started_at for draft in drafts),
            *(note.written_at or "" for note in dossier.all(Note) if note.interview in codes),
            "",
        ]
    )
    opened = ngettext("{n} interview was open.", "{n} interviews were open.", len(codes))
    if at:
        opened = ngettext(
            "{n} interview was open at {time}.", "{n} interviews were open at {time}.", len(codes)
        )
    said = [opened.format(n=len(codes), time=words.clock(at))]
    if drafts:
        said.append(_("What was being typed is back."))
    return CameBack(" ".join(said), codes[0])
