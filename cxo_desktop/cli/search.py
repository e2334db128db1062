"""``cxo search``: find what was written, by words and filters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from cxo_desktop.cli.session import Session, pass_session
from cxo_desktop.i18n import _, ngettext

if TYPE_CHECKING:
    from cxo_desktop.app.search import Hit
    from cxo_desktop.domain.snippets import Snippet


@click.command()
@click.argument("query", nargs=-1, required=True)
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=50,
    show_default=True,
    help=_("How many hits at most."),
)
@pass_session
def search(session: Session, query: tuple[str, ...], limit: int) -> None:
    """Find notes, findings, actions, people's roles, tools, flows and more.

    QUERY is words, "phrases", beginnings* and filters: kind:pain level:L5 theme:LAT
    by:"MIS officer" interview:I03 lang:hi after:2026-06 before:2026-08 in:notes,findings.
    """
    from cxo_desktop.app.search import search as find

    with session.opened() as opened:
        hits = find(opened, " ".join(query), limit)
    shown = [hit for hit in hits if not hit.off_record]
    _tell_left_out(session, len(hits) - len(shown))
    session.result([hit.plain() for hit in shown], lambda: _lines(shown))


def _tell_left_out(session: Session, count: int) -> None:
    if count:
        session.say(
            ngettext(
                "{count} note off the record is left out; the window shows it.",
                "{count} notes off the record are left out; the window shows them.",
                count,
            ).format(count=count)
        )


def _lines(hits: Sequence[Hit]) -> str:
    return "\n".join(_line(hit) for hit in hits)


def _line(hit: Hit) -> str:
    who = " ".join(part for part in (hit.level, hit.role) if part and hit.kind != "person")
    parts = (hit.kind.replace("_", " "), hit.id, hit.interview or "", who, _marked(hit.snippet))
    return "  ".join(part for part in parts if part)


def _marked(found: Snippet) -> str:
    """Return the line with its hits in bold, which a terminal shows and a file does not get."""
    marked, at = "", 0
    for start, end in found.spans:
        marked += found.text[at:start] + click.style(found.text[start:end], bold=True)
        at = end
    return marked + found.text[at:]
