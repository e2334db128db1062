"""Text tables, however they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.exchange.table_csv import read_csv


@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_any_sign_between(between):
    text = f'Name{between}Role\n"Rao{between} Asha"{between}=1+1\n'
    table = read_csv("p.csv", text.encode())
    assert table.rows == ((f"Rao{between} Asha".strip(), "=1+1"),)


def test_the_codings_of_spreadsheets():
    text = "नाम;पद\r\nआशा;Lead\r\n"
    for content in (text.encode("utf-8-sig"), text.encode("utf-16")):
        assert read_csv("p.csv", content).rows == (("आशा", "Lead"),)


@given(st.binary(max_size=200))
def test_any_bytes_are_a_table_or_refused(content):
    try:
        table = read_csv("p.csv", content)
    except InputRefused:
        return
    assert all(len(row) == len(table.headings) for row in table.rows)
