from __future__ import annotations

import pytest

from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.exchange.rows import as_object, rows_of


def test_rows_carry_the_words_for_their_place():
    rows = rows_of({"notes": [{"id": "N1"}, {}, 7]}, "notes", {})
    assert [where for where, _raw in rows.items] == [
        "“notes”, row 1 (N1):",
        "“notes”, row 2:",
        "“notes”, row 3:",
    ]
    inner = rows_of({"steps": [{"id": "s"}]}, "steps", {}, inside="“maps”, row 1 (A):")
    assert inner.items[0][0] == "“maps”, row 1 (A): “steps”, row 1 (s):"


@pytest.mark.parametrize(
    ("plain", "noted"), [({}, {}), ({"a": None}, {"a": None}), ({"a": []}, {"a": []})]
)
def test_an_empty_list_is_noted_as_it_was_written(plain, noted):
    given: dict = {}
    assert rows_of(plain, "a", given).items == ()
    assert given == noted


@pytest.mark.parametrize("raw", [{}, "", 0, False, "N1"])
def test_what_is_no_list_is_refused(raw):
    with pytest.raises(InputRefused, match=r"“a” cannot be taken\. It must be a list"):
        rows_of({"a": raw}, "a", {})


def test_ids_are_there_and_differ():
    rows_of({"a": [{"id": "1"}, {"id": "2"}]}, "a", {}).check_ids()
    for twice in ([{"id": "1"}, {"id": "1"}], [{}], [{"id": ""}], [{"id": None}], ["1"]):
        with pytest.raises(InputRefused):
            rows_of({"a": twice}, "a", {}).check_ids()


def test_an_object_is_handed_on():
    assert as_object({"x": 1}, "here") == {"x": 1}
    with pytest.raises(InputRefused, match="here cannot be taken"):
        as_object([], "here:")
