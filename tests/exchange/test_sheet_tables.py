"""Tables of strangers: what they hold comes over as text, what is too much is refused."""

import pytest

from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.exchange.sheet_tables import MOST_ROWS, table_of


def test_short_rows_are_filled_and_empty_ones_passed_over():
    table = table_of("p", [["", ""], ["Name", " Role "], ["Asha"], ["", ""], ["Ravi", "Lead"]])
    assert table.headings == ("Name", "Role")
    assert table.rows == (("Asha", ""), ("Ravi", "Lead"))


@pytest.mark.parametrize(
    "lines",
    [[], [["Name"]], [["a"]] * (MOST_ROWS + 2), [["a"] * 61] * 2, [["a"], ["x" * 4001]]],
    ids=["nothing", "headings alone", "too long", "too wide", "a huge cell"],
)
def test_what_is_no_list_of_people_is_refused(lines):
    with pytest.raises(InputRefused):
        table_of("p", lines)
