"""Records in the cells of a table."""

from datetime import date

from cxo_desktop.domain.actions import Action
from cxo_desktop.domain.interviews import Interview
from cxo_desktop.domain.people import Person, PersonName
from cxo_desktop.domain.plain import specs
from cxo_desktop.domain.tools import Tool
from cxo_desktop.ui.record_rows import cell_words, headings, hint_of, linked_words, shape_of

KNOWN = {
    ("person", "P1"): Person(code="P1", role="Cook"),
    ("person_name", "P1"): PersonName(person="P1", full_name="Meena"),
    ("person", "P2"): Person(code="P2", role="Lead"),
    ("interview", "I1"): Interview(code="I1", on=date(2026, 6, 3), participants=("P1", "P2")),
}


def test_the_code_and_the_name_come_first_and_no_empty_column():
    shown = [one.field for one in headings("action", frozenset({"due_on", "title", "side"}))]
    assert shown == ["code", "title", "side", "due_on"]
    assert headings("consent", frozenset())[:1] == ()


def test_cells():
    action = Action(title="Send it", owner="P1", due_on=date(2026, 9, 1))
    told = [cell_words("action", action, name, KNOWN) for name in ("title", "owner", "due_on")]
    assert told == ["Send it", "Meena", "1 Sept 2026"]
    assert cell_words("action", action, "done_on", KNOWN) == ""
    assert cell_words("action", Action(title="a\nb " + "x" * 300), "title", KNOWN).endswith("…")


def test_money_and_counts_are_grouped_and_years_are_not():
    told = (
        cell_words("tool", Tool(cash_per_year_inr=620_000), "cash_per_year_inr", KNOWN),
        cell_words("tool", Tool(cash_per_year_inr=12.5), "cash_per_year_inr", KNOWN),
        cell_words("person", Person(digital_since=2019), "digital_since", KNOWN),
    )
    assert told == ("6,20,000", "12.5", "2019")


def test_what_codes_stand_for():
    assert linked_words(KNOWN, "person", "P2") == "Lead"
    assert linked_words(KNOWN, "interview", "I1") == "Meena, Lead, 3 Jun 2026"
    assert linked_words(KNOWN, "person", "P9") == "P9"


def test_shapes_and_hints():
    shapes = {spec.name: shape_of("tool", spec) for spec in specs(Tool)}
    assert (shapes["owner"], shapes["status"], shapes["mandated_by_funder"]) == (
        "link",
        "choice",
        "yes_no",
    )
    hints = {spec.name: hint_of(spec) for spec in specs(Tool)}
    assert (hints["users"], hints["contract_end"]) == ("a number", "such as 2026-06-03")
