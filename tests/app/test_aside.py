"""What no disk takes is held, unreadable under the lock, and saved when it can be."""

import pytest

from cxo_desktop.app import aside as module
from cxo_desktop.app.aside import Aside
from cxo_desktop.app.drafts import unfinished
from cxo_desktop.app.interviews import start_interview
from cxo_desktop.app.vault import Vault
from cxo_desktop.domain.drafts import Draft
from cxo_desktop.domain.enums import ConsentState
from cxo_desktop.domain.errors import DiskFull, InputRefused, Locked
from cxo_desktop.store.keys import KdfCost


@pytest.fixture
def vault(tmp_path):
    vault = Vault(tmp_path / "keys", KdfCost(1, 64, 1))
    vault.set_passphrase("correct horse")
    return vault


@pytest.fixture
def interview(empty):
    return start_interview(empty, person=None, role="Clerk").code


def full(*_asked, **_how):
    raise DiskFull("It was not saved.", "The disk is full.", "Make room.")


def typed(interview, text):
    return Draft(interview, text, 3, "2026-11-25T10:00:00+00:00")


def test_words_are_held_while_the_disk_is_full_and_saved_afterwards(
    empty, vault, interview, monkeypatch
):
    aside, draft = Aside(vault), typed(interview, "रोज़ twice")
    with monkeypatch.context() as patch:
        patch.setattr(module, "save_draft", full)
        with pytest.raises(DiskFull):
            aside.keep(empty, draft)
        with pytest.raises(DiskFull):
            aside.keep_all(empty)
    assert aside.interviews(empty) == (interview,)
    assert aside.draft_of(empty, interview) == draft
    vault.lock()
    with pytest.raises(Locked):
        aside.draft_of(empty, interview)
    assert b"twice" not in b"".join(aside._sealed.values())
    vault.unlock("correct horse")
    aside.keep_all(empty)
    assert aside.is_empty
    assert unfinished(empty) == (draft,)


def test_nothing_is_held_of_no_words_or_of_one_who_refused(empty, vault, monkeypatch):
    aside = Aside(vault)
    refused = start_interview(empty, person=None, role="Clerk", consent=ConsentState.REFUSED).code
    with pytest.raises(InputRefused, match="refused"):
        aside.keep(empty, typed(refused, "no word"))
    monkeypatch.setattr(module, "save_draft", full)
    with pytest.raises(DiskFull):
        aside.keep(empty, typed(refused, ""))
    assert aside.is_empty
