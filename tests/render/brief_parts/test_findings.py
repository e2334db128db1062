import pytest

from cxo_desktop.domain.briefs import FindingTable, FoundRow, Mood, Quote
from cxo_desktop.render.brief_parts.findings import QuotePart, finding_list, finding_table

ROWS = (
    FoundRow("One visit is written in five places.", 4, 6, 0, "strong", Mood.GOOD),
    FoundRow("More seats & speed.", 2, 3, 2, "contested", Mood.BAD),
)
TABLE = FindingTable(
    "1 of 2 findings rests on strong evidence",
    ("Finding", "Levels", "Interviews for", "Against", "Evidence"),
    "{levels} levels; interviews {count} for, {against} against",
    ROWS,
    5,
    "3 more are not shown.",
)


def test_the_table_counts_the_evidence(draw):
    drawn = draw(finding_table(TABLE))
    assert "One visit is written in five places. 4 6 0 strong" in drawn.text
    assert "More seats & speed. 2 3 2 contested" in drawn.text
    assert drawn.roles[0] == "Table"
    assert drawn.roles.count("TD") == 10


@pytest.mark.parametrize("width", [190, 260])
def test_the_list_says_the_same_in_a_column(draw, width):
    drawn = draw(finding_list(TABLE), width)
    assert drawn.text.startswith(TABLE.title)
    assert "4 levels; interviews 6 for, 0 against" in drawn.text
    assert "contested" in drawn.text
    assert drawn.text.endswith("3 more are not shown.")
    assert drawn.ink[2] <= width + 1


def test_a_quote_names_its_voice(draw):
    drawn = draw(QuotePart(Quote("हमें डैशबोर्ड नहीं चाहिए <em>", "One of the field workers")))
    assert drawn.text == "“हमें डैशबोर्ड नहीं चाहिए <em>” One of the field workers"
    assert drawn.roles == ["BlockQuote"]
