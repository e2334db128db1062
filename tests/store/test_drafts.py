"""Drafts are kept beside the log: one an interview, the newest words, the first instant."""

from cxo_desktop.domain.drafts import Draft
from cxo_desktop.store.drafts import drafts, save_draft


def test_a_draft_is_replaced_and_ends_when_it_is_empty(store):
    save_draft(store.db, Draft("I2", "wri", 3, "2026-11-24T10:05:00"))
    save_draft(store.db, Draft("I1", "typ", 3, "2026-11-24T10:00:00"))
    save_draft(store.db, Draft("I2", "written", 2, "2026-11-24T10:06:00"))
    assert drafts(store.db) == (
        Draft("I1", "typ", 3, "2026-11-24T10:00:00"),
        Draft("I2", "written", 2, "2026-11-24T10:05:00"),
    )
    save_draft(store.db, Draft("I1", "", 0, ""))
    assert [draft.interview for draft in drafts(store.db)] == ["I2"]
    assert list(store.log.all_changes()) == []
