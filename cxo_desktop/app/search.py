"""Search an engagement: what was typed in, what fits out, each with the place that fits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.domain.records import Json
from cxo_desktop.domain.search_query import Query, parse_query
from cxo_desktop.domain.snippets import Snippet, snippet
from cxo_desktop.store.search import Match

_SCORE_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that fits: ``kind`` is its table, ``id`` its code, ``person`` a code.

    ``score`` is higher for a better fit, 0 where no words were asked for.
    """

    kind: str
    id: str
    text: str
    snippet: Snippet
    person: str | None
    role: str | None
    level: str | None
    interview: str | None
    off_record: bool
    score: float

    def plain(self) -> dict[str, Json]:
        """Return the hit as the command line prints it."""
        return {
            "kind": self.kind,
            "id": self.id,
            "text": self.text,
            "snippet": self.snippet.text,
            "role": self.role,
            "level": self.level,
            "interview": self.interview,
            "score": self.score,
        }


def search(
    engagement: OpenEngagement,
    text: str,
    limit: int = 50,
    *,
    typing: bool = False,
    with_names: bool = False,
) -> tuple[Hit, ...]:
    """Return what fits the text, best first; without words, what fits its filters, newest first.

    While ``typing``, the last word is the beginning of one. ``with_names``, for the window only,
    also finds people by their names. What was said off the record is found, and marked.
    """
    query = parse_query(text, typing=typing)
    index = engagement.store.search
    called = index.people_called(query) if with_names else []
    rows = {match.row for match in called}
    found = index.find(query, limit, with_names=with_names)
    return _hits([*called, *(match for match in found if match.row not in rows)][:limit], query)


def _hits(matches: Iterable[Match], query: Query) -> tuple[Hit, ...]:
    return tuple(
        Hit(
            kind=match.table,
            id=match.code,
            text=match.text,
            snippet=snippet(match.text, query.terms),
            person=match.person,
            role=match.role,
            level=match.level,
            interview=match.interview,
            off_record=match.off_record,
            score=round(match.score, _SCORE_DIGITS),
        )
        for match in matches
    )
