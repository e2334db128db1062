"""Interviews and notes from the command line."""


def test_an_interview_is_started_noted_and_ended(cxo):
    cxo("engagement", "new", "Asha Trust")
    started = cxo.json(
        "interview", "start", "--role", "Supervisor", "--consent", "given", "--scope", "notes"
    )
    code = started["interview"]
    note = cxo.json("note", "add", "--interview", code, "! totals typed twice")
    assert (note["kind"], note["text"]) == ("pain_point", "totals typed twice")
    cxo("note", "add", "--interview", code, "--kind", "idea", "रोज़ भेजें")
    texts = [one["text"] for one in cxo.json("note", "list", "--interview", code)]
    assert texts == ["totals typed twice", "रोज़ भेजें"]
    assert cxo.json("note", "show", note["note"])["person"] == started["participants"][0]
    assert cxo.json("interview", "end", code)["status"] == "done"


def test_a_note_without_words_or_interview_is_refused(cxo):
    cxo("engagement", "new", "Asha Trust")
    code = cxo.json("interview", "start", "--role", "Clerk")["interview"]
    assert "no words" in cxo("note", "add", "--interview", code, "  ", expect=3).stderr
    assert "I404" in cxo("note", "add", "--interview", "I404", "x", expect=4).stderr
    unknown = ("note", "add", "--interview", code, "--person", "P404", "x")
    assert "P404" in cxo(*unknown, expect=4).stderr
    assert cxo.json("note", "list") == []


def test_the_history_of_a_note_shows_its_earlier_words(cxo):
    cxo("engagement", "new", "Asha Trust")
    code = cxo.json("interview", "start", "--role", "Clerk")["interview"]
    note = cxo.json("note", "add", "--interview", code, "first words")["note"]
    cxo("records", "note", "set", note, "text=second words")
    history = cxo.json("note", "history", note)
    assert [one["note"]["text"] for one in history] == ["first words", "second words"]
    assert history[1]["fields"] == ["text", "raw_text"]
    assert "first words" in cxo("note", "history", note).stdout
