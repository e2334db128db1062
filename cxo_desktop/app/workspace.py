"""The workspace: a folder that holds engagements, strictly apart from each other."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.app.engagement_folders import EngagementCard, EngagementFolders
from cxo_desktop.app.events import Events
from cxo_desktop.app.vault import Vault
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Engagement
from cxo_desktop.domain.errors import InputRefused, NotFound
from cxo_desktop.domain.ids import IdFactory, code_for
from cxo_desktop.exchange import engagement_json
from cxo_desktop.store.keys import DEFAULT_COST, KdfCost

__all__ = ["EngagementCard", "ImportedEngagement", "Workspace"]

_KEYS = "workspace.key"


@dataclass(frozen=True, slots=True)
class ImportedEngagement:
    """What came in with a file: how many records of each kind, and keys we do not know."""

    card: EngagementCard
    counts: Mapping[str, int]
    unknown_keys: tuple[str, ...]


class Workspace:
    """The engagements under one folder; the folder of each has a name that tells nothing.

    Nothing can be read or made while its vault is locked.
    """

    def __init__(
        self,
        path: Path,
        events: Events,
        ids: IdFactory,
        today: Callable[[], date] = date.today,
        cost: KdfCost = DEFAULT_COST,
    ) -> None:
        self.path = path
        self.events = events
        self.vault = Vault(path / _KEYS, cost)
        self.folders = EngagementFolders(path, self.vault, ids)
        self._ids = ids
        self.today = today

    def engagements(self, *, archived: bool = False) -> tuple[EngagementCard, ...]:
        """Return a card for each engagement in use, or for each that was archived, oldest first."""
        return tuple(card for card in self.folders.cards() if card.archived is archived)

    def create(self, organisation: str, code: str = "") -> OpenEngagement:
        """Make an engagement that holds nothing but its organisation's name, and open it."""
        if not organisation.strip():
            raise InputRefused(
                "The engagement was not made.",
                "It has no name.",
                "Give the name of the organisation.",
            )
        code = code or code_for("ENG", self._ids.new())
        engagement = Engagement(code=code, organisation=organisation.strip())
        return self.open(self.folders.keep(Dossier(engagement=engagement)).code)

    def open(self, code: str = "") -> OpenEngagement:
        """Open an engagement by its code or name, or the only one in use. Raises NotFound.

        Where its folder cannot be written it is opened for reading only.
        """
        return self.open_card(self.find(code))

    def open_card(self, card: EngagementCard) -> OpenEngagement:
        """Open the engagement of a card, as `open` does."""
        return OpenEngagement(self.folders.store(card.folder), self.events, self.today)

    def import_file(
        self, path: Path, *, as_copy: bool = False, replace_existing: bool = False
    ) -> ImportedEngagement:
        """Take in an engagement from a file of the exchange format.

        An engagement whose code is here already is refused, unless it is to come in as a copy
        under a new code or to replace the one that is here, which goes to the bin. Raises
        InputRefused, with nothing written, when the file cannot be taken.
        """
        read = engagement_json.read_dossier(_read_text(path))
        dossier = read.dossier
        existing = [card for card in self.folders.cards() if card.code == dossier.engagement.code]
        if existing and as_copy:
            code = code_for(dossier.engagement.code, self._ids.new())
            dossier = replace(dossier, engagement=replace(dossier.engagement, code=code))
        elif existing and not replace_existing:
            raise InputRefused(
                "The engagement was not imported.",
                f"{dossier.engagement.code} is in this workspace already.",
                "Import it --as-copy under a new code, or --replace the one that is here.",
            )
        card = self.folders.keep(dossier)
        for old in existing if replace_existing else ():
            self.folders.to_bin(old.folder)
        return ImportedEngagement(card, read.counts, read.unknown_keys)

    def find(self, code: str) -> EngagementCard:
        """Return the card of an engagement as ``open`` would find it. Raises NotFound."""
        cards = self.folders.cards() if code else self.engagements()
        wanted = re.compile(re.escape(code), re.IGNORECASE)
        matching = [
            card
            for card in cards
            if not code or wanted.fullmatch(card.code) or wanted.fullmatch(card.organisation)
        ]
        if len(matching) == 1:
            return matching[0]
        known = ", ".join(card.code for card in cards)
        if not cards:
            remedy = "Make one with “cxo engagement new NAME”, or import one."
        else:
            remedy = f"Name one of these with --engagement: {known}."
        raise NotFound(
            "The engagement cannot be opened.",
            f"{len(matching) or 'None'} of the {len(cards)} engagements here fits “{code}”."
            if code
            else f"There are {len(cards)} engagements in this workspace.",
            remedy,
        )


def _read_text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputRefused(
            f"{path.name} was not imported.",
            "It is not a text file in UTF-8.",
            "Export the engagement again, or choose another file.",
        ) from error
    except OSError as error:
        raise InputRefused(
            f"{path.name} was not imported.",
            f"It cannot be read: {error.strerror or error}.",
            "Check the name of the file and your permission to read it.",
        ) from error
