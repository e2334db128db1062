"""``cxo indicators`` and ``cxo scenario``: what the notes add up to."""

from __future__ import annotations

from typing import Any

import click

from cxo_desktop.cli.session import Session, pass_session
from cxo_desktop.domain.errors import NotFound
from cxo_desktop.i18n import _


@click.command()
@click.option("--only", metavar="NAME", help=_("Only this indicator."))
@click.option("--full", is_flag=True, help=_("With completeness, intervals and “too early”."))
@click.option("--why", metavar="NAME", help=_("What this indicator rests on."))
@pass_session
def indicators(session: Session, only: str | None, *, full: bool, why: str | None) -> None:
    """Compute the indicators of the engagement."""
    from cxo_desktop.app import indicators as figures

    with session.opened() as opened:
        dossier = opened.dossier()
        today = opened.today()
    if why:
        value: Any = figures.why(dossier, why, today)
    else:
        compute = figures.full if full else figures.indicators
        value = compute(dossier, today)
        if only:
            value = {only: _chosen(value, only)}
    session.result(value, lambda: "\n".join(_lines(value)))


def _chosen(value: dict[str, Any], name: str) -> Any:
    if name not in value:
        raise NotFound(
            _("There is no indicator “{name}”.").format(name=name),
            _("These exist: {names}.").format(names=", ".join(value)),
            _("Use one of these names."),
        )
    return value[name]


def _lines(value: Any, indent: str = "") -> list[str]:
    if isinstance(value, dict):
        lines = []
        for key, inner in value.items():
            if isinstance(inner, (dict, list)) and inner:
                lines += [f"{indent}{key}", *_lines(inner, indent + "  ")]
            else:
                lines.append(f"{indent}{key}: {_word(inner)}")
        return lines
    if isinstance(value, list):
        if not any(isinstance(inner, (dict, list)) for inner in value):
            return [indent + ", ".join(_word(inner) for inner in value)]
        return [line for inner in value for line in [*_lines(inner, indent), indent + "-"]][:-1]
    return [indent + _word(value)]


def _word(value: Any) -> str:
    if value is None:
        return _("not known")
    if value in ([], {}):
        return _("none")
    return str(value)


@click.command()
@click.argument("code")
@pass_session
def impact(session: Session, code: str) -> None:
    """Show what depends on CODE (a place of data, flow or step), and on what it depends."""
    from cxo_desktop.app import indicators as figures

    with session.opened() as opened:
        value = figures.impact_of(opened.dossier(), code)
    session.result(value, lambda: "\n".join(_impact_lines(value)))


def _impact_lines(value: Any) -> list[str]:
    lines = []
    for words, key in ((_("Feeds"), "feeds"), (_("Is fed by"), "fed_by")):
        lines.append(words if value[key] else f"{words}: {_('none')}")
        lines += [f"  {it['code']}   {' > '.join(it['way'])}" for it in value[key]]
    return lines


@click.command()
@pass_session
def patterns(session: Session) -> None:
    """Count what several engagements have in common, without names."""
    from cxo_desktop.app.patterns import patterns as common

    workspace = session.services.workspace
    value = common(workspace, workspace.today())
    session.result(value, lambda: "\n".join(_lines(value)))


@click.group()
def scenario() -> None:
    """List what-if scenarios and compare them with what is."""


@scenario.command("list")
@pass_session
def list_(session: Session) -> None:
    """List the scenarios."""
    from cxo_desktop.app.records import plain_records

    with session.opened() as opened:
        rows = plain_records(opened, "scenario")
    session.result(
        [{"id": row["id"], "name": row.get("name")} for row in rows],
        lambda: "\n".join(f"{row['id']}  {row.get('name', '')}" for row in rows),
    )


@scenario.command("compare")
@click.argument("code")
@pass_session
def compare(session: Session, code: str) -> None:
    """Compare the scenario CODE with the chain as it is."""
    from cxo_desktop.app import indicators as figures

    with session.opened() as opened:
        value = figures.compare_scenario(opened.dossier(), code, opened.today())
    session.result(value, lambda: "\n".join(_lines(value)))
