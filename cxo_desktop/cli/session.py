"""What all commands share: the workspace they work on, and how they speak."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cxo_desktop.domain.errors import InputRefused, Locked, NotFound
from cxo_desktop.i18n import _

PASSPHRASE_VARIABLE = "CXO_PASSPHRASE"  # noqa: S105 - the name of a variable

if TYPE_CHECKING:
    from cxo_desktop.app.engagement import OpenEngagement
    from cxo_desktop.app.tasks import Progress
    from cxo_desktop.app.vault import Vault
    from cxo_desktop.compose import Services


@dataclass
class Session:
    """The global options of one call. Results go to stdout, everything else to stderr."""

    workspace: Path | None = None
    engagement: str = ""
    as_json: bool = False
    quiet: bool = False
    passphrase_file: Path | None = None

    @cached_property
    def services(self) -> Services:
        """Return the services over the workspace, unlocked. Raises NotFound when it is new."""
        services = self.locked
        self._unlock(services.workspace.vault)
        return services

    @cached_property
    def locked(self) -> Services:
        """Return the services over the workspace as it is. Raises NotFound when it is new."""
        from cxo_desktop.compose import open_services

        services = open_services(self.workspace)
        if services.workspace.vault.is_new:
            raise NotFound(
                _("There is no workspace yet."),
                _("{folder} holds none.").format(folder=services.workspace.path),
                _("Make one with “cxo init”, or name another folder with --workspace."),
            )
        return services

    def _unlock(self, vault: Vault) -> None:
        """Unlock by what was given, else by the system's keyring if it may, else by asking."""
        given = self.passphrase_file is not None or PASSPHRASE_VARIABLE in os.environ
        if not given and vault.in_keyring:
            try:
                vault.unlock_by_keyring()
            except (InputRefused, Locked) as error:
                self.say(f"{error.what} {error.why}")
            else:
                return
        vault.unlock(self.passphrase())

    def passphrase(self, *, confirm: bool = False) -> str:
        """Return the passphrase: from the file or environment if given, else asked for.

        Raises Locked when it is not given and nobody is there to ask, InputRefused when the
        file cannot be read.
        """
        if self.passphrase_file is not None:
            return first_line(self.passphrase_file)
        return secret(
            _("Passphrase"), PASSPHRASE_VARIABLE, "--passphrase-file FILE", confirm=confirm
        )

    @contextmanager
    def opened(self) -> Iterator[OpenEngagement]:
        """Open the engagement that was named, or the only one, and close it at the end."""
        engagement = self.services.workspace.open(self.engagement)
        if engagement.read_only:
            self.say(engagement.read_only)
        try:
            yield engagement
        finally:
            engagement.close()

    def say(self, words: str) -> None:
        """Tell the person something that is no result."""
        if not self.quiet:
            click.echo(words, err=True)

    def result(self, value: Any, words: Callable[[], str] | str) -> None:
        """Print the result: as one JSON document if asked, else in words."""
        if self.as_json:
            click.echo(json.dumps(value, ensure_ascii=False, indent=2))
            return
        text = words if isinstance(words, str) else words()
        if text:
            click.echo(text)

    @contextmanager
    def progress(self, title: str) -> Iterator[Progress]:
        """Show a bar on a terminal; elsewhere take progress silently."""
        from rich.console import Console
        from rich.progress import Progress as Bar

        console = Console(stderr=True, quiet=self.quiet)
        with Bar(console=console, transient=True, disable=not console.is_terminal) as bar:
            task = bar.add_task(title, total=1.0)

            def tell(share: float, words: str) -> None:
                bar.update(task, completed=share, description=words or title)

            yield tell


def secret(words: str, variable: str, option: str, *, confirm: bool = False) -> str:
    """Return a secret from a variable of the environment, else ask for it in these words.

    Raises Locked, naming the option that gives it, when nobody is there to ask.
    """
    if variable in os.environ:
        return os.environ[variable]
    if not sys.stdin.isatty():
        raise Locked(
            _("The workspace is locked."),
            _("No passphrase was given, and there is no terminal to ask on."),
            _("Give {option} or set {variable}.").format(option=option, variable=variable),
        )
    return str(click.prompt(words, hide_input=True, err=True, confirmation_prompt=confirm))


def first_line(path: Path) -> str:
    """Return the passphrase that a file holds. Raises InputRefused."""
    try:
        return path.read_text(encoding="utf-8-sig").splitlines()[0]
    except (OSError, UnicodeDecodeError, IndexError) as error:
        raise InputRefused(
            _("The passphrase was not read."),
            _("{name} cannot be read, is empty or is no text.").format(name=path.name),
            _("Put the passphrase into its first line."),
        ) from error


pass_session = click.make_pass_decorator(Session)
