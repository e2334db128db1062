"""``cxo undo`` and ``cxo redo``: take back what was done last on this laptop, or do it again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import click

from cxo_desktop.cli.session import Session, pass_session
from cxo_desktop.domain.errors import NotFound
from cxo_desktop.i18n import _

if TYPE_CHECKING:
    from cxo_desktop.app.engagement import OpenEngagement
    from cxo_desktop.domain.changes import Operation

_FEW = 5


@click.command()
@pass_session
def undo(session: Session) -> None:
    """Take back what was done last on this laptop; again and again, as far as it goes."""
    from cxo_desktop.app import history

    _do(session, history.undo, "undo", _("Undone: {what}"), _("There is nothing to undo."))


@click.command()
@pass_session
def redo(session: Session) -> None:
    """Do again what was taken back last."""
    from cxo_desktop.app import history

    nothing = _("There is nothing to do again.")
    _do(session, history.redo, "redo", _("Done again: {what}"), nothing)


def _do(
    session: Session,
    work: Callable[[OpenEngagement], Operation | None],
    way: str,
    words: str,
    nothing: str,
) -> None:
    from cxo_desktop.app import history
    from cxo_desktop.app.done_words import done_words

    with session.opened() as opened:
        done = work(opened)
        if done is None:
            raise NotFound(
                nothing,
                _("An import, a forgotten person and the work of colleagues stay as they are."),
                _("“cxo note history CODE” shows what was done to one note."),
            )
        touched = history.touched(opened, done)
    what = done_words(done.name)
    session.result(
        {
            "done": way,
            "operation": done.name,
            "words": what,
            "at": history.when(done).isoformat(timespec="seconds"),
            "records": [{"kind": table, "id": code} for table, code in touched],
        },
        lambda: "\n".join([words.format(what=what), *_lines(touched)]),
    )


def _lines(touched: Sequence[tuple[str, str]]) -> list[str]:
    """Return a line a kind: how many of it, and the first few codes."""
    kinds: dict[str, list[str]] = {}
    for table, code in touched:
        kinds.setdefault(table, []).append(code)
    return [
        f"{len(codes):6}  {kind}  {' '.join(codes[:_FEW])}{' …' if len(codes) > _FEW else ''}"
        for kind, codes in kinds.items()
    ]
