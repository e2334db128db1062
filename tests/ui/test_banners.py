"""What lasts is told under the top bar, and takes no room when there is nothing to tell."""

from cxo_desktop.domain.people import Person
from cxo_desktop.store import places


def test_no_room_is_taken_for_nothing(window):
    assert not window.parts.banners.isVisible()
    window.parts.banners.space.tell("Little space.")
    assert window.parts.banners.isVisible()
    window.parts.banners.space.tell("")
    assert not window.parts.banners.isVisible()


def test_a_workspace_that_cannot_be_written_says_so(sample, open_window, monkeypatch):
    monkeypatch.setattr(places.os, "access", lambda *_asked: False)
    window = open_window(sample)
    assert "copy the workspace to another folder" in window.parts.banners.read_only.text
    assert window.desk.write(lambda: window.desk.engagement.add(Person(role="Driver"))) is None
    assert window.top.saved.text == "Not saved"
    assert window.actions_by_key["undo"].text() == "Undo"


def test_what_a_newer_version_wrote_is_shown_and_that_is_said(sample, open_window):
    opened = sample.workspace.open()
    opened.store.db.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
        "VALUES ('cxo_desktop', 'm999_future', '2030-01-01')"
    )
    opened.close()
    window = open_window(sample)
    assert "A newer version of this program wrote" in window.parts.banners.read_only.text
    assert window.desk.engagement.find(Person)
