"""What is known of a person, each row leading to where it was noted."""

import pytest

from cxo_desktop.app.people import standings
from cxo_desktop.ui.person_rows import alone_rows, said_rows, skill_rows, talk_rows, tool_rows


@pytest.fixture
def dossier(sample):
    engagement = sample.workspace.open("ENG-001")
    yield engagement.dossier()
    engagement.close()


def test_said_is_newest_first_and_tells_what_stays(dossier):
    rows = said_rows(dossier, "P07")
    assert len(rows) == 8
    assert rows[0].key > rows[-1].key
    blocked = said_rows(dossier, "P07", {rows[0].key.removeprefix("note:")})
    assert [row.aside for row in blocked][:2] == ["stays here", ""]


def test_skills_tools_talks_and_what_is_only_theirs(dossier):
    standing = next(it for it in standings(dossier) if it.person.code == "P07")
    assert any(row.key.startswith("training:") for row in skill_rows(dossier, "P07"))
    assert "CommCare" in {row.title for row in tool_rows(dossier, "P07")}
    (talk,) = talk_rows(dossier, standing)
    assert (talk.key, talk.title, talk.aside) == ("interview:I06", "10 Jun 2026", "notes only")
    assert [row.title for row in alone_rows(dossier, standing)] == [s for _p, s in standing.alone]
