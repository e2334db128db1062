"""A sheet is read as one sees it."""

from cxo_desktop.exchange.xlsx_cells import Styles
from cxo_desktop.exchange.xlsx_sheet import lines_of
from cxo_desktop.exchange.xml_tree import parse


def sheet(rows, rest="", columns=""):
    text = f"<worksheet>{columns}<sheetData>{rows}</sheetData>{rest}</worksheet>"
    return lines_of("p.xlsx", parse("p.xlsx", text.encode()), (), Styles())


def row(number, *cells, more=""):
    inside = "".join(f'<c r="{place}" t="str"><v>{text}</v></c>' for place, text in cells)
    return f'<row r="{number}"{more}>{inside}</row>'


def test_a_merged_cell_is_read_in_each_of_its_rows():
    rows = row(1, ("A1", "Level"), ("B1", "Role")) + row(2, ("A2", "L5"), ("B2", "Cook"))
    rows += row(3, ("B3", "Driver")) + row(4, ("A4", "L1"), ("B4", "Director"))
    merged = '<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="A1:B1"/></mergeCells>'
    assert sheet(rows, merged).lines[1:] == (("L5", "Cook"), ("L5", "Driver"), ("L1", "Director"))


def test_what_is_hidden_stays_out_and_is_told():
    rows = row(1, ("A1", "Name"), ("B1", "Salary"), ("C1", "Role"))
    rows += row(2, ("A2", "Asha"), ("B2", "9"), ("C2", "Lead"))
    rows += row(3, ("A3", "Old"), more=' hidden="1"')
    found = sheet(rows, columns='<cols><col min="2" max="2" hidden="1"/></cols>')
    assert found.lines == (("Name", "Role"), ("Asha", "Lead"))
    assert found.losses == ("1 hidden row was left out.", "1 hidden column was left out.")


def test_places_may_be_left_out():
    rows = '<row><c t="str"><v>a</v></c><c t="str"><v>b</v></c></row>'
    assert sheet(rows).lines == (("a", "b"),)
