"""Engagements are made, found, taken in and kept apart."""

import json

import pytest

from cxo_desktop import assets
from cxo_desktop.domain.errors import InputRefused, Locked, NotFound
from cxo_desktop.domain.interviews import Note

SAMPLE = assets.resource("samples/nandini.json")


def test_an_empty_workspace_has_no_engagement_and_says_what_to_do(workspace):
    assert workspace.engagements() == ()
    with pytest.raises(NotFound, match="engagement new"):
        workspace.open()


def test_a_new_engagement_is_listed_and_can_be_opened_by_name(workspace):
    workspace.create("Asha Trust").close()
    opened = workspace.open("asha trust")
    assert opened.organisation == "Asha Trust"
    assert [card.organisation for card in workspace.engagements()] == ["Asha Trust"]
    opened.close()


def test_an_engagement_needs_a_name(workspace):
    with pytest.raises(InputRefused, match="no name"):
        workspace.create("  ")
    assert workspace.engagements() == ()


def test_engagements_are_strictly_apart(workspace):
    first, second = workspace.create("First"), workspace.create("Second")
    first.add(Note(text="of the first"))
    assert second.find(Note) == ()
    first.close()
    second.close()


def test_several_engagements_must_be_told_apart(workspace):
    workspace.create("First").close()
    workspace.create("Second").close()
    with pytest.raises(NotFound, match="2 engagements"):
        workspace.open()


def test_folders_tell_nothing_of_the_organisation(workspace):
    workspace.create("Asha Trust").close()
    names = [path.name for path in workspace.path.rglob("*")]
    assert not any("asha" in name.lower() for name in names)


def test_the_sample_comes_in(workspace):
    done = workspace.import_file(SAMPLE)
    assert done.card.code == "ENG-001"
    assert done.counts["notes"] == 78
    assert done.unknown_keys == ()


def test_a_second_import_is_refused_and_changes_nothing(workspace):
    workspace.import_file(SAMPLE)
    before = sorted(workspace.path.rglob("*"))
    with pytest.raises(InputRefused, match="--as-copy"):
        workspace.import_file(SAMPLE)
    assert sorted(workspace.path.rglob("*")) == before


def test_a_second_import_as_a_copy_stands_beside_the_first(workspace):
    workspace.import_file(SAMPLE)
    copy = workspace.import_file(SAMPLE, as_copy=True)
    codes = [card.code for card in workspace.engagements()]
    assert len(set(codes)) == 2
    assert copy.card.code in codes


def test_a_replaced_engagement_goes_to_the_bin(workspace):
    workspace.import_file(SAMPLE)
    opened = workspace.open()
    opened.add(Note(text="kept only in the old one"))
    opened.close()
    workspace.import_file(SAMPLE, replace_existing=True)
    assert len(workspace.engagements()) == 1
    fresh = workspace.open()
    assert len(fresh.find(Note)) == 78
    fresh.close()
    assert len(list((workspace.path / "bin").iterdir())) == 1


@pytest.mark.parametrize(
    ("content", "why"),
    [(b"\xff\xfe\xfa", "UTF-8"), (b"{", "JSON"), (b"[]", "object"), (b"{}", "schema")],
)
def test_what_is_no_engagement_is_refused_with_nothing_written(workspace, tmp_path, content, why):
    file = tmp_path / "bad.json"
    file.write_bytes(content)
    with pytest.raises(InputRefused, match=why):
        workspace.import_file(file)
    assert not (workspace.path / "engagements").exists()


def test_a_missing_file_is_refused_in_words(workspace, tmp_path):
    with pytest.raises(InputRefused, match="cannot be read"):
        workspace.import_file(tmp_path / "nowhere.json")


def test_a_failure_while_writing_leaves_no_engagement(workspace, tmp_path):
    document = json.loads(SAMPLE.read_text(encoding="utf-8"))
    document["notes"][3]["text"] = {"not": "a text"}
    file = tmp_path / "bad.json"
    file.write_text(json.dumps(document))
    with pytest.raises(InputRefused):
        workspace.import_file(file)
    assert workspace.engagements() == ()
    assert list((workspace.path).rglob("*.db*")) == []


def test_a_locked_workspace_shows_and_takes_nothing(workspace):
    workspace.create("Asha Trust").close()
    workspace.vault.lock()
    for use in (workspace.engagements, workspace.open, lambda: workspace.import_file(SAMPLE)):
        with pytest.raises(Locked):
            use()
    workspace.vault.unlock("correct horse")
    assert len(workspace.engagements()) == 1
