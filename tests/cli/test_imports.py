"""Interview notes from text files, from the command line."""

import pytest


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "visit"
    folder.mkdir()
    (folder / "one.md").write_text("Totals are typed twice.\n\nदो बार लिखते हैं।\n", encoding="utf-8")
    return folder


def test_a_dry_run_tells_and_keeps_nothing(cxo, folder):
    cxo("engagement", "new", "Asha Trust")
    assert "2" in cxo("import", folder, "--dry-run").stdout
    assert cxo.json("note", "list") == []


def test_notes_come_in_and_are_blocked_without_consent(cxo, folder):
    cxo("engagement", "new", "Asha Trust")
    done = cxo("import", folder)
    assert "blocked" in done.stderr
    assert [note["source_line"] for note in cxo.json("note", "list")] == [1, 3]


def test_one_bad_file_refuses_all_of_them(cxo, folder):
    cxo("engagement", "new", "Asha Trust")
    (folder / "two.txt").write_bytes(b"\xff\x00\xfe\x81" * 50)
    assert "two.txt" in cxo("import", folder, expect=3).stderr
    assert cxo.json("note", "list") == []


def test_people_come_in_from_a_table_after_a_look(cxo, tmp_path):
    cxo("engagement", "new", "Asha Trust")
    table = tmp_path / "people.csv"
    table.write_text("Name,Role\nImran Shaikh,MIS lead\n", encoding="utf-8")
    told = cxo.json("import", table, "--dry-run")
    assert (told["people"], told["dry_run"]) == (1, True)
    assert cxo.json("records", "person", "list") == []
    assert "Imran" not in cxo("import", table).stdout
    assert [it["role"] for it in cxo.json("records", "person", "list")] == ["MIS lead"]
    assert cxo.json("import", table)["already"] == 1
    cxo("import", table, table, expect=2)
