"""Backups from the command line."""


def test_a_removed_note_comes_back_with_a_backup(sample_cxo):
    made = sample_cxo.json("backup")
    first = sample_cxo.json("note", "list")[0]["id"]
    sample_cxo("records", "note", "remove", first)
    assert len(sample_cxo.json("note", "list")) == 77
    assert [one["name"] for one in sample_cxo.json("backup", "list")] == [made["name"]]
    sample_cxo("backup", "restore", made["name"])
    assert len(sample_cxo.json("note", "list")) == 78
    assert len(sample_cxo.json("backup", "list")) == 2
    assert "no backup" in sample_cxo("backup", "restore", "yesterday", expect=4).stderr
