"""People from a table: mapped, shown first, taken in as one operation, undone as one."""

import pytest

from cxo_desktop.app import history, import_people
from cxo_desktop.domain.people import Person, PersonName

TABLE = """Staff name,Designation,Tier,Ward,Phone
Imran Shaikh,MIS lead,L3,North,98
Asha Rao,Field worker,field workers,South,99
Nobody,,L5,,
Meena,Cook,L9,,
"""


@pytest.fixture
def table(tmp_path):
    file = tmp_path / "people.csv"
    file.write_text(TABLE, encoding="utf-8")
    return import_people.read_table(file)


def test_columns_are_guessed_by_their_headings():
    assert import_people.guess(("Staff name", "Designation", "Tier", "Ward", "Phone")) == (
        "name",
        "role",
        "level",
        "unit",
        "",
    )
    assert import_people.guess(("नाम", "पद", "name")) == ("name", "role", "")


def test_what_would_come_in_is_said_first(sample, table):
    planned = import_people.plan(sample.dossier(), table, import_people.guess(table.headings))
    assert [(it.texts["role"], it.texts.get("level")) for it in planned.people] == [
        ("MIS lead", "L3"),
        ("Field worker", "L5"),
        ("Cook", None),
    ]
    assert planned.losses == (
        "Row 4: “L9” is no level here; it comes in without one.",
        "Without a role and left out: row 3.",
        "Columns not taken: Phone.",
    )
    assert len(sample.find(Person)) == 15


def test_all_come_in_at_once_and_go_with_one_undo(sample, table):
    mapping = import_people.guess(table.headings)
    codes = import_people.take_in(sample, import_people.plan(sample.dossier(), table, mapping))
    assert {it.full_name for it in sample.find(PersonName)} >= {"Imran Shaikh", "Asha Rao"}
    assert {it.code for it in sample.find(Person)} >= set(codes)
    again = import_people.plan(sample.dossier(), table, mapping)
    assert (len(again.people), again.already) == (0, 3)
    assert history.undo(sample).name == "import people"
    assert len(sample.find(Person)) == 15
    assert sample.find(PersonName) == ()


def test_the_report_tells_no_name(sample, table):
    planned = import_people.plan(sample.dossier(), table, import_people.guess(table.headings))
    told = f"{planned.as_plain(dry_run=True)} {planned.lines(dry_run=True)} {planned!r}"
    assert "Imran" not in told
    assert "Asha" not in told
