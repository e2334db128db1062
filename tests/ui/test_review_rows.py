"""Each gap says what is missing and where."""

from cxo_desktop.domain.line_review import Found, Gap
from cxo_desktop.ui import icons
from cxo_desktop.ui.review_rows import gap_rows


def test_a_row_for_every_kind_of_gap():
    found = [Found(gap, "N1") for gap in Gap]
    rows = gap_rows(found, {"N1": "call 98765 43210"}, {"N1": "Supervisor"})
    assert [row.key for row in rows] == [f"{gap.value}:N1" for gap in Gap]
    assert rows[0].below == "Supervisor"
    assert rows[1].below == "call 98765 43210"
    assert len({row.title for row in rows}) == len(Gap)
    assert all(icons.has_icon(row.icon) for row in rows)
