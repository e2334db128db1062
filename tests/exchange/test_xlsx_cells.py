"""Cells say what one sees in them: days as dates, numbers without the tail of their storage."""

import pytest

from cxo_desktop.exchange.xlsx_cells import Styles, styles_of, value_of
from cxo_desktop.exchange.xml_tree import parse

DATES = Styles(dates=frozenset({3}))


def cell(xml, styles=DATES, strings=("Asha",)):
    return value_of(parse("p.xlsx", xml.encode()), strings, styles)


@pytest.mark.parametrize(
    ("xml", "seen"),
    [
        ('<c t="s"><v>0</v></c>', "Asha"),
        ('<c t="s"><v>7</v></c>', ""),
        ('<c t="inlineStr"><is><r><t>A</t></r><r><t>b</t></r></is></c>', "Ab"),
        ('<c t="str"><v>Lead</v></c>', "Lead"),
        ('<c t="str"><v>two_x000A_lines</v></c>', "two\nlines"),
        ('<c t="b"><v>1</v></c>', "TRUE"),
        ('<c t="e"><v>#REF!</v></c>', ""),
        ('<c t="d"><v>2026-06-03T00:00:00</v></c>', "2026-06-03"),
        ("<c><v>14.0</v></c>", "14"),
        ("<c><v>9.87654321E9</v></c>", "9876543210"),
        ("<c><v>0.5</v></c>", "0.5"),
        ('<c s="2"><v>46176</v></c>', "46176"),
        ('<c s="3"><v>46176</v></c>', "2026-06-03"),
        ('<c s="3"><v>46176.4375</v></c>', "2026-06-03 10:30"),
        ('<c s="3"><v>0.75</v></c>', "18:00"),
        ('<c s="3"><v>59</v></c>', "1900-02-28"),
        ('<c s="3"><v>61</v></c>', "1900-03-01"),
        ('<c s="3"><v>99999999</v></c>', "99999999"),
        ("<c/>", ""),
    ],
)
def test_what_a_cell_says(xml, seen):
    assert cell(xml) == seen


@pytest.mark.parametrize(
    ("code", "is_date"),
    [
        ("dd/mm/yyyy", True),
        ('[$-4009]d" of "mmm yyyy;@', True),
        ("hh:mm", True),
        ("0.00", False),
        ('0 "days"', False),
        ("[Red]#,##0", False),
        ("General", False),
    ],
)
def test_formats_somebody_made(code, is_date):
    escaped = code.replace("&", "&amp;").replace('"', "&quot;")
    styles = parse(
        "p.xlsx",
        f'<styleSheet><numFmts><numFmt numFmtId="170" formatCode="{escaped}"/></numFmts>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>'.encode(),
    )
    assert styles_of(styles, None).dates == (frozenset({1}) if is_date else frozenset())


def test_days_counted_from_1904():
    book = parse("p.xlsx", b'<workbook><workbookPr date1904="1"/></workbook>')
    styles = parse("p.xlsx", b'<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>')
    found = styles_of(styles, book)
    assert cell('<c s="0"><v>44714</v></c>', found) == "2026-06-03"
