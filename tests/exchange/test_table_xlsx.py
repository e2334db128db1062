"""Workbooks: the first sheet as text, formulas not believed, bombs refused."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.exchange.table_xlsx import read_xlsx

SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRINGS = "<si><t>Name</t></si><si><r><t>As</t></r><r><t>ha</t></r><rPh><t>x</t></rPh></si>"
ROWS = (
    '<row><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>Role</t></is></c></row>'
    '<row><c r="A2" t="s"><v>1</v></c><c r="B2"><f>1+1</f><v>2</v></c>'
    '<c r="C2" t="str"><v>Lead</v></c></row>'
)


def book(rows=ROWS, strings=STRINGS, sheet="sheet1", **more):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            f"xl/worksheets/{sheet}.xml",
            f'<worksheet xmlns="{SPACE}"><dimension ref="A1"/><sheetData>{rows}</sheetData>'
            "</worksheet>",
        )
        archive.writestr("xl/sharedStrings.xml", f'<sst xmlns="{SPACE}">{strings}</sst>')
        for name, text in more.items():
            archive.writestr(name, text)
    return made.getvalue()


def test_cells_come_as_texts_and_formulas_stay_out():
    table = read_xlsx("p.xlsx", book())
    assert table.headings == ("Name", "", "Role")
    assert table.rows == (("Asha", "", "Lead"),)
    assert table.losses == ("1 cell with a formula was left empty.",)


def test_the_first_sheet_is_the_first_of_the_workbook_not_of_the_archive():
    other = f'<worksheet xmlns="{SPACE}"><sheetData>{ROWS.replace("Lead", "Head")}</sheetData>'
    more = {
        "xl/worksheets/sheet2.xml": f"{other}</worksheet>",
        "xl/workbook.xml": '<workbook xmlns:r="r"><sheets><sheet r:id="b"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<x><y Id="b" Target="worksheets/sheet2.xml"/></x>',
    }
    assert read_xlsx("p.xlsx", book(**more)).rows[0][2] == "Head"


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04 nothing",
        book(rows='<row><c r="ZZZ1"><v>1</v></c></row>'),
        book(strings=f"<si><t>{'x' * 21_000_000}</t></si>"),
        book().replace(b"sheet1", b"shoot1"),
        book(rows="<!DOCTYPE x>"),
    ],
    ids=["damaged", "far cell", "bomb", "no sheet", "dtd"],
)
def test_what_is_no_honest_workbook_is_refused(content):
    with pytest.raises(InputRefused):
        read_xlsx("p.xlsx", content)


@given(st.integers(0, 600), st.binary(min_size=1, max_size=8))
def test_a_damaged_workbook_is_read_or_refused(place, bytes_):
    content = book()
    broken = content[:place] + bytes_ + content[place + len(bytes_) :]
    try:
        read_xlsx("p.xlsx", broken)
    except InputRefused:
        return


def relations(*parts):
    inside = "".join(f'<y Id="{i}" Type="x/{kind}" Target="{to}"/>' for i, kind, to in parts)
    return f"<x>{inside}</x>"


def test_a_workbook_in_the_manner_of_a_web_service():
    """Members lie where relations say; numbers have tails; a hidden sheet comes first."""
    rows = (
        '<row r="1"><c r="A1" t="s"><v>1</v></c></row>'
        '<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="inlineStr"><is><t>Since</t></is></c>'
        '<c r="C3" t="inlineStr"><is><t>Phone</t></is></c></row>'
        '<row r="4"><c r="A4" t="inlineStr"><is><t>Asha</t></is></c>'
        '<c r="B4" s="1"><v>46176.0</v></c><c r="C4"><v>9.87654321E9</v></c></row>'
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(
            "xl/workbook.xml",
            '<workbook xmlns:r="r"><sheets><sheet name="Old" state="hidden" r:id="r0"/>'
            '<sheet name="People" r:id="r1"/><sheet name="Notes" r:id="r2"/></sheets></workbook>',
        )
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            relations(
                ("r0", "worksheet", "worksheets/a.xml"),
                ("r1", "worksheet", "/xl/worksheets/Sheet-b.xml"),
                ("r2", "worksheet", "worksheets/a.xml"),
                ("r3", "sharedStrings", "words.xml"),
                ("r4", "styles", "looks.xml"),
            ),
        )
        archive.writestr("xl/worksheets/a.xml", "<worksheet><sheetData/></worksheet>")
        archive.writestr(
            "xl/worksheets/Sheet-b.xml", f"<worksheet><sheetData>{rows}</sheetData></worksheet>"
        )
        archive.writestr(
            "xl/words.xml",
            "<sst><si><t>Name</t></si><si><t>Staff of the north cluster</t></si></sst>",
        )
        archive.writestr(
            "xl/looks.xml",
            '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
        )
    table = read_xlsx("p.xlsx", made.getvalue())
    assert table.headings == ("Name", "Since", "Phone")
    assert table.rows == (("Asha", "2026-06-03", "9876543210"),)
    assert table.losses == (
        "Only “People” was read, not the 1 other sheet.",
        "Left out above the headings: Staff of the north cluster",
    )
