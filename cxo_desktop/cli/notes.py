"""``cxo note``: keep a note, list them, show one."""

from __future__ import annotations

import click

from cxo_desktop.cli.session import Session, pass_session
from cxo_desktop.domain.enums import NoteKind
from cxo_desktop.i18n import _


@click.group()
def note() -> None:
    """Keep, list and show notes."""


@note.command("add")
@click.option("--interview", required=True, help=_("Code of the interview."))
@click.option("--person", help=_("Code of who said it; the only participant if left out."))
@click.option(
    "--kind",
    type=click.Choice([kind.value for kind in NoteKind]),
    help=_("Kind of the note; otherwise read from the line's first character."),
)
@click.argument("text")
@pass_session
def add(session: Session, interview: str, person: str | None, kind: str | None, text: str) -> None:
    """Keep TEXT as a note; a prefix such as ! or ? tells its kind."""
    from cxo_desktop.app.lines import keep_line
    from cxo_desktop.domain.people import Person

    with session.opened() as opened:
        if person:
            opened.get(Person, person)
        kept = keep_line(
            opened,
            interview=interview,
            person=person,
            line=text,
            kind=NoteKind(kind) if kind else None,
        )
    session.result({"note": kept.code, "kind": kept.kind, "text": kept.text}, kept.code)


@note.command("list")
@click.option("--interview", help=_("Only the notes of this interview."))
@pass_session
def list_(session: Session, interview: str | None) -> None:
    """List the notes."""
    from cxo_desktop.app.records import plain_records

    with session.opened() as opened:
        rows = plain_records(opened, "note")
    chosen = [row for row in rows if interview in (None, row.get("interview"))]
    session.result(
        chosen,
        lambda: "\n".join(
            f"{row['id']}  {row.get('kind', '')}  {row.get('text', '')}" for row in chosen
        ),
    )


@note.command("show")
@click.argument("code")
@pass_session
def show(session: Session, code: str) -> None:
    """Show one note with all its fields."""
    from cxo_desktop.app.records import plain_record

    with session.opened() as opened:
        row = plain_record(opened, "note", code)
    session.result(row, lambda: "\n".join(f"{key}: {value}" for key, value in row.items()))


@note.command("history")
@click.argument("code")
@pass_session
def history(session: Session, code: str) -> None:
    """Show every state of one note: when, what was changed, and the words."""
    from cxo_desktop.app.history import versions
    from cxo_desktop.domain.interviews import Note
    from cxo_desktop.domain.plain import to_plain

    with session.opened() as opened:
        known = versions(opened, opened.get(Note, code))
    session.result(
        [
            {
                "version": one.number,
                "at": one.at.isoformat(timespec="seconds"),
                "device": one.device,
                "operation": one.operation,
                "fields": list(one.fields),
                "note": to_plain(one.record) if one.record else None,
            }
            for one in known
        ],
        lambda: "\n".join(
            f"{one.number}  {one.at:%Y-%m-%d %H:%M}  {', '.join(one.fields)}  "
            f"{one.record.text if one.record else ''}".rstrip()
            for one in known
        ),
    )
