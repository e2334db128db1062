"""``cxo interview``: start and end an interview."""

from __future__ import annotations

import click

from cxo_desktop.cli.session import Session, pass_session
from cxo_desktop.domain.enums import ConsentScope, ConsentState
from cxo_desktop.i18n import _


@click.group()
def interview() -> None:
    """Start and end interviews."""


@interview.command("start")
@click.option("--person", help=_("Code of the person."))
@click.option("--role", help=_("Role of a person who is not in the list yet."))
@click.option("--level", help=_("Level of that new person."))
@click.option("--guide", help=_("Interview guide."))
@click.option("--language", default="en", show_default=True, help=_("Language spoken."))
@click.option(
    "--consent",
    type=click.Choice([state.value for state in ConsentState]),
    default=ConsentState.NOT_ASKED.value,
    show_default=True,
    help=_("What the person said to being noted down."),
)
@click.option(
    "--scope",
    "scopes",
    multiple=True,
    type=click.Choice([scope.value for scope in ConsentScope]),
    help=_("What the consent allows; may be given several times."),
)
@pass_session
def start(  # noqa: PLR0913, PLR0917 - one parameter an option
    session: Session,
    person: str | None,
    role: str | None,
    level: str | None,
    guide: str | None,
    language: str,
    consent: str,
    scopes: tuple[str, ...],
) -> None:
    """Start an interview and print its code."""
    from cxo_desktop.app.interviews import start_interview

    with session.opened() as opened:
        started = start_interview(
            opened,
            person=person,
            role=role,
            level=level,
            guide=guide,
            language=language,
            consent=ConsentState(consent),
            scopes=tuple(ConsentScope(scope) for scope in scopes),
        )
    session.result(
        {"interview": started.code, "participants": list(started.participants)}, started.code
    )


@interview.command("end")
@click.argument("code")
@pass_session
def end(session: Session, code: str) -> None:
    """End the interview CODE; it counts as held from then on."""
    from cxo_desktop.app.interviews import end_interview

    with session.opened() as opened:
        ended = end_interview(opened, code)
    session.result({"interview": ended.code, "status": "done"}, _("Ended."))
