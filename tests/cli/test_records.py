"""Every entity from the command line."""


def test_a_record_is_added_changed_shown_and_removed(cxo):
    cxo("engagement", "new", "Asha Trust")
    code = cxo("records", "tool", "add", "name=Google Sheets", "users=12").stdout.strip()
    cxo("records", "tool", "set", code, "cash_per_year_inr=0", "users=")
    shown = cxo.json("records", "tool", "show", code)
    assert shown == {"id": code, "name": "Google Sheets", "cash_per_year_inr": 0}
    cxo("records", "tool", "remove", code)
    assert cxo.json("records", "tool", "list") == []


def test_what_cannot_be_taken_is_refused(cxo):
    cxo("engagement", "new", "Asha Trust")
    assert "no such field" in cxo("records", "tool", "add", "colour=red", expect=3).stderr
    assert "FIELD=VALUE" in cxo("records", "tool", "add", "name", expect=2).stderr
    assert "not have it" in cxo("records", "tool", "show", "T9", expect=4).stderr
