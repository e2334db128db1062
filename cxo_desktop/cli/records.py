"""``cxo records``: reach every record of the engagement, whatever its kind."""

from __future__ import annotations

import json
from typing import Any

import click

from cxo_desktop.cli.session import Session, pass_session
from cxo_desktop.i18n import _


class Kind(click.ParamType[str]):
    """The name of an entity; the list of entities is loaded only when one is named."""

    name = "kind"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the kind. Fails with the list of all when there is no such one."""
        from cxo_desktop.domain.entities import BY_TABLE

        if value not in BY_TABLE:
            kinds = ", ".join(BY_TABLE)
            self.fail(_("“{kind}” is none of {kinds}.").format(kind=value, kinds=kinds), param, ctx)
        return value


@click.group()
@click.argument("kind", type=Kind(), metavar="KIND")
@click.pass_context
def records(context: click.Context, kind: str) -> None:
    """List, show, add, set and remove records of one KIND, such as note, tool or data_flow."""
    context.meta["kind"] = kind


@records.command("list")
@click.pass_context
@pass_session
def list_(session: Session, context: click.Context) -> None:
    """List the records."""
    from cxo_desktop.app.records import plain_records

    with session.opened() as opened:
        rows = plain_records(opened, context.meta["kind"])
    session.result(rows, lambda: "\n".join(_line(row) for row in rows))


@records.command("show")
@click.argument("code")
@click.pass_context
@pass_session
def show(session: Session, context: click.Context, code: str) -> None:
    """Show one record with all its fields."""
    from cxo_desktop.app.records import plain_record

    with session.opened() as opened:
        row = plain_record(opened, context.meta["kind"], code)
    session.result(row, lambda: "\n".join(f"{key}: {_text(value)}" for key, value in row.items()))


@records.command("add")
@click.argument("fields", nargs=-1, metavar="FIELD=VALUE...")
@click.pass_context
@pass_session
def add(session: Session, context: click.Context, fields: tuple[str, ...]) -> None:
    """Add a record; values are texts, or JSON where a field is a list, number or yes/no."""
    from cxo_desktop.app.records import add_record

    with session.opened() as opened:
        row = add_record(opened, context.meta["kind"], _values(fields))
    session.result(row, str(row.get("id", row.get("row"))))


@records.command("set")
@click.argument("code")
@click.argument("fields", nargs=-1, required=True, metavar="FIELD=VALUE...")
@click.pass_context
@pass_session
def set_(session: Session, context: click.Context, code: str, fields: tuple[str, ...]) -> None:
    """Change fields of one record; FIELD= empties one."""
    from cxo_desktop.app.records import set_fields

    with session.opened() as opened:
        row = set_fields(opened, context.meta["kind"], code, _values(fields))
    session.result(row, _line(row))


@records.command("remove")
@click.argument("code")
@click.pass_context
@pass_session
def remove(session: Session, context: click.Context, code: str) -> None:
    """Remove one record."""
    from cxo_desktop.app.records import remove_record

    with session.opened() as opened:
        remove_record(opened, context.meta["kind"], code)
    session.result({"removed": code}, _("Removed {code}.").format(code=code))


def _values(fields: tuple[str, ...]) -> dict[str, str]:
    values: dict[str, str] = {}
    for field in fields:
        name, equals, value = field.partition("=")
        if not equals:
            raise click.UsageError(_("“{field}” is not FIELD=VALUE.").format(field=field))
        values[name] = value
    return values


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _line(row: dict[str, Any]) -> str:
    return "  ".join(_text(value) for value in row.values())
