"""A tool is named where people say its name, and nowhere else."""

import pytest

from cxo_desktop.ui.mentions import names, said_name


@pytest.mark.parametrize(
    ("text", "tool", "named"),
    [
        ("Uses the CommCare list", "CommCare", True),
        ("uses the commcare list", "CommCare", True),
        ("typed first in +CommCare, then", "CommCare", True),
        ("the ward WhatsApp group", "WhatsApp on personal phones", True),
        ("two Tableau Desktop seats", "Tableau Desktop (2 donated seats)", True),
        ("CommCares are many", "CommCare", False),
        ("it is R", "R", False),
        ("गूगल शीट में", "गूगल शीट", True),
    ],
)
def test_names(text, tool, named):
    assert names(text, tool) is named


def test_what_people_say():
    assert said_name("Tableau Desktop (2 donated seats)") == "Tableau Desktop"
    assert said_name("Paper registers") == "Paper registers"
