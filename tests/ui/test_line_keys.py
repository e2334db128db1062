"""What can be done with a line stands on the sheet under the words used elsewhere."""

from cxo_desktop.ui.line_keys import line_keys


def test_every_kind_with_a_digit_and_every_act_has_a_key():
    rows = dict(line_keys())
    assert rows["Line: Pain"] == ("Alt+2",)
    assert rows["Name a tool"] == ("+", "F7")
    assert all(keys and all(keys) for keys in rows.values())
