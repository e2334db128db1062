"""Two workspaces, one folder, and nothing but commands: both end with the same engagement."""

import json

import pytest

from cxo_desktop.compose import open_services
from cxo_desktop.store.keys import KdfCost
from tests.cli.conftest import PASSPHRASE, Cxo


@pytest.fixture
def place(tmp_path):
    folder = tmp_path / "share"
    folder.mkdir()
    return folder


@pytest.fixture
def other(tmp_path):
    """The workspace of a colleague, empty."""
    home = tmp_path / "other"
    home.mkdir()
    cxo = Cxo(home)
    open_services(cxo.workspace, PASSPHRASE, KdfCost(1, 64, 1))
    return cxo


def exported(cxo, path):
    cxo("engagement", "export", "--with-names", "-o", path)
    return path.read_bytes()


@pytest.fixture
def joined(sample_cxo, other, place):
    """Two laptops in one share, up to date."""
    paper = sample_cxo.json("share", "create", place, "--name", "Asha")["recovery_key"]
    words = other.json("share", "request", place, "--name", "Ravi")["words"]
    sample_cxo("share", "admit", "--words", words)
    sample_cxo("sync")
    other("sync")
    return paper


def test_both_laptops_export_the_same_bytes(sample_cxo, other, joined, tmp_path):
    first = exported(sample_cxo, tmp_path / "a.json")
    assert exported(other, tmp_path / "b.json") == first
    note = other.json("note", "add", "--interview", "I01", "they count twice")["note"]
    sample_cxo("records", "note", "set", "N001", "visit=monday")
    for cxo in (other, sample_cxo, other):
        cxo("sync")
    now = exported(sample_cxo, tmp_path / "a.json")
    assert exported(other, tmp_path / "b.json") == now != first
    assert note in now.decode()
    for cxo in (sample_cxo, other):
        cxo("check")


def test_a_conflict_is_listed_and_settled_everywhere(sample_cxo, other, joined, tmp_path):
    sample_cxo("records", "note", "set", "N001", "visit=monday")
    other("records", "note", "set", "N001", "visit=tuesday")
    for cxo in (sample_cxo, other, sample_cxo):
        cxo("sync")
    [conflict] = sample_cxo.json("conflicts", "list")
    assert conflict["field"] == "visit"
    assert {one["value"] for one in conflict["versions"]} == {"monday", "tuesday"}
    assert {one["by"] for one in conflict["versions"]} == {"Asha", "Ravi"}
    sample_cxo("conflicts", "resolve", conflict["number"], "--keep", "mine")
    for cxo in (sample_cxo, other):
        cxo("sync")
    assert other.json("conflicts", "list") == []
    held = json.loads(exported(other, tmp_path / "b.json"))
    assert next(note for note in held["notes"] if note["id"] == "N001")["visit"] == "monday"
    sample_cxo("conflicts", "resolve", 99, "--keep", "mine", expect=4)


def test_a_dry_run_tells_and_leaving_keeps(sample_cxo, other, joined, place):
    other("records", "note", "set", "N001", "visit=tuesday")
    other("sync")
    before = sorted(place.rglob("*"))
    told = sample_cxo.json("sync", "--dry-run")
    assert told["came_in"] == {"Ravi": {"note": 1}}
    assert told["changes"] == told["files"] == 0
    assert sorted(place.rglob("*")) == before
    assert sample_cxo.json("sync")[0]["came_in"] == 1
    other("share", "leave", "--yes")
    other("share", "withdraw", expect=4)
    sample_cxo("sync")
    members = sample_cxo.json("share", "status")["members"]
    assert [one["removed"] for one in members] == [False, True]


def test_status_tells_members_and_what_waits(sample_cxo, other, joined, place):
    sample_cxo("records", "note", "set", "N001", "visit=monday")
    found = sample_cxo.json("share", "status")
    assert [(one["name"], one["this_one"]) for one in found["members"]] == [
        ("Asha", True),
        ("Ravi", False),
    ]
    assert (found["waiting"], found["place"]) == (1, str(place))


def test_wrong_words_admit_nobody(sample_cxo, other, place):
    sample_cxo("share", "create", place)
    sample_cxo("share", "admit", "--yes", expect=4)
    words = other.json("share", "request", place)["words"]
    sample_cxo("share", "admit", "--words", "acorn " + words.split(" ", 1)[1] + "x", expect=3)
    sample_cxo("share", "admit", expect=2)
    other("sync", expect=6)
    sample_cxo("share", "admit", "--yes")
    other("sync")


def test_a_removed_laptop_gets_nothing_new(sample_cxo, other, joined):
    sample_cxo("share", "remove", "Ravi", "--yes")
    sample_cxo("records", "note", "set", "N001", "visit=monday")
    sample_cxo("sync")
    assert "removed" in other("sync", expect=6).stderr
    sample_cxo("share", "remove", "Asha", "--yes", expect=3)
    sample_cxo("share", "remove", "Nobody", "--yes", expect=4)


def test_the_printed_key_lets_a_new_laptop_in(joined, place, tmp_path, sample_cxo):
    home = tmp_path / "third"
    home.mkdir()
    third = Cxo(home)
    open_services(third.workspace, PASSPHRASE, KdfCost(1, 64, 1))
    third("share", "request", place, "--name", "New")
    third("share", "recover", "--key", joined[:-3] + "zzz", expect=3)
    third("share", "recover", "--key", joined, "--name", "New")
    third("sync")
    assert exported(third, tmp_path / "c.json") == exported(sample_cxo, tmp_path / "a.json")


def test_a_share_that_is_not_there_loses_nothing(sample_cxo, joined, place):
    aside = place.rename(place.with_name("elsewhere"))
    sample_cxo("records", "note", "set", "N001", "visit=monday")
    sample_cxo("sync", expect=6)
    sample_cxo("sync", aside)
    assert sample_cxo.json("share", "status")["waiting"] == 0


def test_without_a_share_the_commands_say_so(sample_cxo, tmp_path):
    for command in (["sync"], ["share", "status"], ["share", "repair"]):
        assert "share create" in sample_cxo(*command, expect=4).stderr
    sample_cxo("share", "create", tmp_path / "nowhere", expect=6)
    sample_cxo("share", "request", tmp_path, expect=4)


def test_repair_fills_an_emptied_share(sample_cxo, other, joined, place):
    before = {file.relative_to(place) for file in place.rglob("*") if file.is_file()}
    for file in place.rglob("*.*"):
        if file.is_file() and file.parent.name != "join":
            file.unlink()
    assert other.json("share", "repair", place)["files"] > 3
    after = {file.relative_to(place) for file in place.rglob("*") if file.is_file()}
    assert {one for one in before if one.parts[1] != "join"} <= after
