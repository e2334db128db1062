"""Figures lead to the records they rest on."""

import pytest

from cxo_desktop.app.indicators import why
from cxo_desktop.domain.entities import BY_TABLE
from cxo_desktop.ui.why_rows import TABLES, counted, input_rows, skill_rows, told


@pytest.fixture
def engagement(sample):
    engagement = sample.workspace.open("ENG-001")
    yield engagement
    engagement.close()


def test_every_input_of_a_figure_has_its_row(engagement):
    dossier = engagement.dossier()
    reasons = why(dossier, "true_cost", engagement.today())
    rows = input_rows(dossier, reasons["inputs"])
    assert len(rows) == sum(map(len, reasons["inputs"].values())) == 22
    assert rows[0].title.startswith("CommCare")
    assert counted(rows) == "Rests on 22"
    assert told({"incomplete": ["3 of 17 without hours."], "remarks": ["Old."]}) == (
        "3 of 17 without hours. Old."
    )


def test_what_is_gone_and_what_is_no_record_is_passed_over(engagement):
    inputs = {"tools": ["TL1", "GONE"], "processes": ["PR1"]}
    assert [row.key for row in input_rows(engagement.dossier(), inputs)] == ["tool:TL1"]
    assert set(TABLES.values()) <= set(BY_TABLE)


def test_a_single_point_rests_on_who_has_the_skill_and_what_needs_it(engagement):
    rows = skill_rows(engagement.dossier(), "PR1", "Tableau")
    kinds = [row.key.split(":")[0] for row in rows]
    assert kinds[0] == "skill_requirement"
    assert set(kinds[1:]) == {"person"}
