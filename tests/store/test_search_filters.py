"""Each filter lets through what it names, alone and together, and nothing else."""

import pytest

from cxo_desktop.domain.enums import NoteKind
from cxo_desktop.domain.findings import Finding
from cxo_desktop.domain.interviews import Interview, Note
from cxo_desktop.domain.people import Person, PersonName
from cxo_desktop.domain.search_query import parse_query
from cxo_desktop.domain.themes import Theme
from cxo_desktop.store.search_filters import chosen_rows, register

PAIN, ASK = NoteKind.PAIN_POINT, NoteKind.ASK


@pytest.fixture
def chosen(store):
    """Return a function that tells the codes of the rows that a query's filters let through."""
    codes = {}
    for record in (
        Person(code="P1", role="Field worker", level="L5"),
        Person(code="P2", role="MIS officer", level="L3"),
        PersonName(person="P2", full_name="Sunita Rao", aliases=("Sunu", "SR")),
        Theme(code="LAT", label="Late figures", label_hi="देरी"),
        Interview(code="I1", on="2026-06-03", place="Ward office", participants=("P1",)),
        Interview(code="I2", on="2026-07-10", language="hi", participants=("P1", "P2")),
        Note(code="N1", interview="I1", person="P1", kind=PAIN, text="a"),
        Note(code="N2", interview="I2", person="P2", kind=PAIN, text="b", language="hi"),
        Note(code="N3", interview="I2", person="P2", kind=ASK, text="c", themes=("DUP", "LAT")),
        Note(code="N4", text="d", written_at="2026-08-01T10:00:00+00:00"),
        Finding(code="FN1", statement="e"),
    ):
        kept = store.records.add(record)
        codes[kept.id] = kept.code
    register(store.db.conn)

    def ask(typed, *, with_names=False):
        sql, values = chosen_rows(parse_query(typed), with_names=with_names)
        return {codes[row] for _table, row in store.db.execute(sql, values).fetchall()}

    return ask


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("kind:pain", {"N1", "N2"}),
        ("kind:pain kind:ask", {"N1", "N2", "N3"}),
        ("in:findings", {"FN1"}),
        ("in:people,findings", {"P1", "P2", "FN1"}),
        ("level:L5", {"P1", "N1", "I1", "I2"}),
        ("level:5 in:notes", {"N1"}),
        ("level:L5 kind:ask", set()),
        ("by:P2", {"P2", "N2", "N3", "I2"}),
        ("by:officer kind:pain", {"N2"}),
        ('by:"mis off" kind:ask', {"N3"}),
        ("by:P1,P2 in:notes", {"N1", "N2", "N3"}),
        ("theme:lat", {"N3"}),
        ("theme:late", {"N3"}),
        ("theme:देरी", {"N3"}),
        ("theme:figs", set()),
        ("after:2026-07 in:notes", {"N2", "N3", "N4"}),
        ("before:2026-07-10", {"N1", "I1"}),
        ("after:2026-07-10 before:2026-08", {"N2", "N3", "I2"}),
        ("interview:i2", {"N2", "N3", "I2"}),
        ("lang:hindi", {"N2", "I2"}),
        ("interview:I2 lang:hi kind:pain by:P2 level:L3 after:2026", {"N2"}),
        ("in:tools kind:pain", set()),
    ],
)
def test_filters_let_through_what_they_name(chosen, typed, codes):
    assert chosen(typed) == codes


def test_names_are_known_only_where_that_is_asked_for(chosen):
    assert chosen("by:sunita") == set()
    assert chosen("by:sunita kind:ask", with_names=True) == {"N3"}
    assert chosen("by:sr kind:ask", with_names=True) == {"N3"}
    assert chosen("by:unita", with_names=True) == set()
