"""Words that no disk takes, held in memory and sealed, until they can be saved or copied away.

They outlive the lock of the workspace, and nobody can read them while it is locked.
"""

from __future__ import annotations

import json
from dataclasses import asdict

from cxo_desktop.app.drafts import save_draft
from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.app.vault import Vault
from cxo_desktop.domain.drafts import Draft
from cxo_desktop.domain.errors import CxoError, Damaged, DiskFull, Locked, ReadOnly
from cxo_desktop.store import keys

_NOT_TAKEN = (DiskFull, ReadOnly, Locked, Damaged)


class Aside:
    """Drafts of this window that are on no disk; gone when it closes."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._sealed: dict[tuple[str, str], bytes] = {}

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing waits."""
        return not self._sealed

    def keep(self, engagement: OpenEngagement, draft: Draft) -> None:
        """Save a draft as save_draft does; when the disk does not take it, hold it and raise."""
        try:
            save_draft(
                engagement,
                interview=draft.interview,
                text=draft.text,
                caret=draft.caret,
                since=draft.started_at,
            )
        except _NOT_TAKEN:
            self.drop(engagement, draft.interview)
            if draft.text:
                sealed = keys.seal(self._vault.key, json.dumps(asdict(draft)).encode())
                self._sealed[engagement.code, draft.interview] = sealed
            raise
        except CxoError:
            self.drop(engagement, draft.interview)
            raise
        self.drop(engagement, draft.interview)

    def keep_all(self, engagement: OpenEngagement, but: str = "") -> None:
        """Try once more to save what is held of an engagement, but of one interview.

        Raises as ``keep`` does.
        """
        for code in self.interviews(engagement):
            draft = self.draft_of(engagement, code)
            if draft is not None and code != but:
                self.keep(engagement, draft)

    def drop(self, engagement: OpenEngagement, interview: str) -> None:
        """Let go of what is held of an interview: it is kept elsewhere, or not wanted."""
        self._sealed.pop((engagement.code, interview), None)

    def draft_of(self, engagement: OpenEngagement, interview: str) -> Draft | None:
        """Return what is held of an interview, or None. Raises Locked."""
        sealed = self._sealed.get((engagement.code, interview))
        return None if sealed is None else Draft(**json.loads(keys.unseal(self._vault.key, sealed)))

    def interviews(self, engagement: OpenEngagement) -> tuple[str, ...]:
        """Return the interviews of an engagement of which something is held, by code."""
        return tuple(interview for of, interview in self._sealed if of == engagement.code)
