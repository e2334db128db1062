"""Whole engagements are renamed, put away, removed to the bin, and brought back."""

from datetime import UTC, datetime, timedelta

import pytest

from cxo_desktop.app import shelf
from cxo_desktop.domain.errors import InputRefused, NotFound
from cxo_desktop.domain.interviews import Note


@pytest.fixture
def code(workspace):
    opened = workspace.create("Asha Trust")
    opened.add(Note(text="typed twice"))
    opened.close()
    return opened.code


def test_a_new_name_can_be_found_and_taken_back(workspace, code):
    assert shelf.rename(workspace, code, " Asha Foundation ").organisation == "Asha Foundation"
    opened = workspace.open("asha foundation")
    assert opened.store.history.undo().name == "change engagement"
    opened.close()
    assert workspace.engagements()[0].organisation == "Asha Trust"


def test_a_name_must_be_given(workspace, code):
    with pytest.raises(InputRefused, match="empty"):
        shelf.rename(workspace, code, " ")


def test_an_archived_engagement_is_out_of_the_way_and_still_there(workspace, code):
    shelf.archive(workspace, code)
    assert workspace.engagements() == ()
    assert [card.code for card in workspace.engagements(archived=True)] == [code]
    with pytest.raises(NotFound):
        workspace.open()
    workspace.open(code).close()
    shelf.archive(workspace, code, archived=False)
    assert [card.code for card in workspace.engagements()] == [code]


def test_what_is_removed_comes_back_whole(workspace, code):
    shelf.remove(workspace, code)
    assert workspace.engagements() == ()
    assert [card.organisation for card in shelf.removed(workspace)] == ["Asha Trust"]
    shelf.bring_back(workspace, "asha trust")
    opened = workspace.open()
    assert [note.text for note in opened.find(Note)] == ["typed twice"]
    opened.close()
    assert shelf.removed(workspace) == ()


def test_what_is_not_in_the_bin_is_not_brought_back(workspace, code):
    with pytest.raises(NotFound, match="bin"):
        shelf.bring_back(workspace, code)


def test_two_of_one_code_are_never_side_by_side(workspace, code):
    shelf.remove(workspace, code)
    workspace.create("Its successor", code).close()
    with pytest.raises(InputRefused, match="Remove that one"):
        shelf.bring_back(workspace, code)
    shelf.remove(workspace, code)
    assert shelf.bring_back(workspace, code).organisation == "Its successor"


def test_the_bin_is_emptied_of_what_has_lain_there_long(workspace, code):
    shelf.remove(workspace, code)
    now = datetime.now(UTC)
    assert shelf.empty_bin(workspace, now, older_than=timedelta(days=30)) == 0
    later = now + timedelta(days=31)
    assert shelf.empty_bin(workspace, later, older_than=timedelta(days=30)) == 1
    assert list((workspace.path / "bin").iterdir()) == []


def test_nothing_of_an_emptied_bin_can_be_opened_even_if_files_come_back(workspace, code):
    folder = workspace.find(code).folder
    sealed = {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix != ".key"}
    shelf.remove(workspace, code)
    assert shelf.empty_bin(workspace, datetime.now(UTC)) == 1
    folder.mkdir()
    for name, content in sealed.items():
        (folder / name).write_bytes(content)
    assert workspace.engagements()[0].damaged


def test_a_damaged_engagement_is_listed_by_its_folder_and_hides_no_other(workspace, code):
    folder = workspace.find(code).folder
    workspace.create("Other").close()
    for path in folder.glob("engagement.d*"):
        path.write_bytes(b"not a database at all" * 500)
    cards = workspace.engagements()
    assert (cards[0].code, cards[0].damaged) == (folder.name, True)
    assert cards[1].organisation == "Other"
    shelf.remove(workspace, folder.name)
    assert len(workspace.engagements()) == 1
