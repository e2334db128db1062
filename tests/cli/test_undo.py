"""Undo and redo from the command line, each in a process of its own."""


def test_what_was_done_is_taken_back_and_done_again_by_name(cxo):
    cxo("engagement", "new", "Asha Trust")
    interview = cxo.json("interview", "start", "--role", "Clerk")["interview"]
    note = cxo.json("note", "add", "--interview", interview, "first words")["note"]
    cxo("records", "note", "set", note, "text=second words")

    undone = cxo.json("undo")
    assert (undone["done"], undone["operation"]) == ("undo", "change note")
    assert undone["records"] == [{"kind": "note", "id": note}]
    assert cxo.json("note", "show", note)["text"] == "first words"

    said = cxo("undo").stdout
    assert "Undone: Note added" in said
    assert note in said
    assert cxo.json("note", "list") == []

    assert cxo.json("redo")["words"] == "Note added"
    assert "Done again: Note changed" in cxo("redo").stdout
    assert cxo.json("note", "show", note)["text"] == "second words"
    assert "nothing to do again" in cxo("redo", expect=4).stderr


def test_an_engagement_as_it_came_has_nothing_to_undo(sample_cxo):
    notes = sample_cxo.json("note", "list")
    refused = sample_cxo("--json", "undo", expect=4)
    assert "nothing to undo" in refused.stderr
    assert refused.stdout == ""
    assert sample_cxo.json("note", "list") == notes
