"""What was written is found, by the words people use for it, in the scripts they use."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from cxo_desktop.domain.actions import Action, Raid
from cxo_desktop.domain.datachain import DataFlow, DataNode, Discrepancy
from cxo_desktop.domain.decisions import Decision
from cxo_desktop.domain.entities import BY_CLASS
from cxo_desktop.domain.enums import NoteKind
from cxo_desktop.domain.findings import Finding
from cxo_desktop.domain.interviews import Interview, Note
from cxo_desktop.domain.people import Person, PersonName
from cxo_desktop.domain.search_query import Query, parse_query
from cxo_desktop.domain.search_text import Term
from cxo_desktop.domain.tools import Tool
from cxo_desktop.store.driver import DatabaseError


class Notebook:
    """Records and their index, told of every writing."""

    def __init__(self, store):
        self.db = store.db
        self.records = store.records
        self.index = store.search

    def add(self, record):
        kept = self.records.add(record)
        self.index.refresh(BY_CLASS[type(kept)].table, kept.id)
        return kept

    def put(self, record):
        self.records.put(record)
        self.index.refresh(BY_CLASS[type(record)].table, record.id)

    def remove(self, record):
        self.records.remove(record)
        self.index.refresh(BY_CLASS[type(record)].table, record.id)

    def find(self, typed, limit=50, *, typing=False, with_names=False):
        query = parse_query(typed, typing=typing)
        return self.index.find(query, limit, with_names=with_names)

    def codes(self, typed, **options):
        return [match.code for match in self.find(typed, **options)]


@pytest.fixture
def notebook(store):
    return Notebook(store)


@pytest.fixture
def hindi(notebook):
    for code, text in {
        "FAIR": "गाँव में मेला है",
        "GARDEN": "माली बगीचे में है",
        "DO": "वह काम कर रहा है",
        "STAFF": "कर्मचारी की सूची बनी",
        "DISTRICT": "ज़िला कार्यालय",
        "TONGUE": "सब हिन्दी बोलते हैं",
        "HOME": "घर का पता",
    }.items():
        notebook.add(Note(code=code, text=text))
    return notebook


@pytest.fixture
def visits(notebook):
    for record in (
        Person(code="P1", role="Field worker", level="L5"),
        Person(code="P2", role="MIS officer", level="L3"),
        PersonName(person="P2", full_name="Sunita Rao", aliases=("Sunu",)),
        Interview(code="I1", on="2026-06-03", place="Ward office", participants=("P1",)),
        Interview(code="I2", on="2026-07-10", language="hi", participants=("P1", "P2")),
    ):
        notebook.add(record)
    pain, ask = NoteKind.PAIN_POINT, NoteKind.ASK
    for note in (
        Note(code="N1", interview="I1", person="P1", kind=pain, text="register twice"),
        Note(
            code="N2", interview="I2", person="P2", kind=pain, text="register late", language="hi"
        ),
        Note(code="N3", interview="I2", person="P2", kind=ask, text="register app"),
        Note(code="N4", text="register loose", written_at="2026-08-01T10:00:00+00:00"),
    ):
        notebook.add(note)
    return notebook


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("मेला", {"FAIR"}),
        ("माली", {"GARDEN"}),
        ("कर", {"DO"}),
        ("कर*", {"DO", "STAFF"}),
        ("की", {"STAFF"}),
        ("जिला", {"DISTRICT"}),
        ("ज़िला", {"DISTRICT"}),
        ("हिंदी", {"TONGUE"}),
        ("हिन्\u200dदी", {"TONGUE"}),
        ("गांव", {"FAIR"}),
        ("का", {"HOME"}),
    ],
)
def test_words_in_devanagari_are_whole_and_spelling_is_forgiven(hindi, typed, codes):
    assert set(hindi.codes(typed)) == codes


def test_a_word_is_found_while_it_is_typed(hindi):
    for typed in ("ह", "हि", "हिन्", "हिन्द", "हिन्दी", "हिं", "हिंद", "हिंदी"):
        assert "TONGUE" in hindi.codes(typed, typing=True)
    assert hindi.codes("हिं", typing=True) == hindi.codes("हिन्", typing=True) == ["TONGUE"]
    assert hindi.codes("कर", typing=False) == ["DO"]


def test_accents_and_capitals_make_no_difference(notebook):
    notebook.add(Note(code="N1", text="Training in Zürich"))
    assert notebook.codes("zurich") == notebook.codes("ZÜRICH") == ["N1"]


def test_words_of_a_phrase_stand_together(notebook):
    notebook.add(Note(code="N1", text="The totals are typed twice."))
    notebook.add(Note(code="N2", text="Twice the totals were typed by hand."))
    assert notebook.codes('"typed twice"') == ["N1"]
    assert set(notebook.codes("typed twice")) == {"N1", "N2"}


def test_every_kind_of_record_is_found(notebook):
    for record in (
        Finding(code="FN1", statement="zebra figures are old"),
        Action(code="A1", title="send the zebra list"),
        Person(code="P1", role="zebra officer"),
        Tool(code="T1", name="Zebra", purpose="forms"),
        Tool(code="T2", name="Forms", purpose="zebra"),
        DataNode(code="D1", name="zebra register"),
        DataNode(code="D2", name="Sheet"),
        DataFlow(code="F1", source="D1", target="D2"),
        Interview(code="I1", place="zebra ward"),
        Decision(code="DC1", statement="Buy", reason="the zebra grant"),
        Raid(code="R1", statement="zebra leaves"),
        Discrepancy(code="X1", description="zebra counts differ"),
    ):
        notebook.add(record)
    assert {(match.table, match.code) for match in notebook.find("zebra")} == {
        ("finding", "FN1"),
        ("action", "A1"),
        ("person", "P1"),
        ("tool", "T1"),
        ("tool", "T2"),
        ("data_node", "D1"),
        ("data_flow", "F1"),
        ("interview", "I1"),
        ("decision", "DC1"),
        ("raid", "R1"),
        ("discrepancy", "X1"),
    }


def test_a_flow_is_found_by_the_names_its_nodes_have_now(notebook):
    flow = notebook.add(DataFlow(code="F1", source="D1", target="D2"))
    register = notebook.add(DataNode(code="D1", name="Paper register"))
    notebook.add(DataNode(code="D2", name="Tracker"))
    (match,) = notebook.find("paper in:flows")
    assert (match.code, match.text) == (flow.code, "Paper register → Tracker")
    notebook.put(replace(register, name="Tablet form"))
    assert notebook.codes("paper") == []
    assert set(notebook.codes("tablet")) == {"D1", "F1"}
    notebook.remove(register)
    assert notebook.codes("tablet") == []
    assert notebook.codes("tracker in:flows") == ["F1"]


def test_names_of_people_are_in_no_index(visits):
    assert visits.codes("sunita") == visits.codes("rao") == []


@pytest.mark.parametrize("typed", ["sunita", "rao sun", "SUNU", "sunita rao"])
def test_people_are_called_by_their_names_when_that_is_asked_for(visits, typed):
    called = visits.index.people_called(parse_query(typed))
    assert [(match.code, match.text) for match in called] == [("P2", "MIS officer")]


@pytest.mark.parametrize("typed", ["", "unita", "sunita kumar", "sunita in:notes"])
def test_nobody_is_called_by_what_is_no_name(visits, typed):
    assert visits.index.people_called(parse_query(typed)) == []


def test_the_better_match_comes_first(notebook):
    notebook.add(Note(code="LONG", text="The register " + "and other words " * 40))
    notebook.add(Note(code="SHORT", text="The register is the register"))
    notebook.add(Tool(code="NAMED", name="Register"))
    found = notebook.find("register")
    assert [match.code for match in found] == ["NAMED", "SHORT", "LONG"]
    scores = [match.score for match in found]
    assert scores == sorted(scores, reverse=True)
    assert notebook.codes("register", limit=2) == ["NAMED", "SHORT"]


def test_filters_narrow_a_search(visits):
    assert set(visits.codes("register kind:pain")) == {"N1", "N2"}
    assert visits.codes("register kind:pain level:L5") == ["N1"]
    assert visits.codes("late by:P1") == []
    assert visits.codes("register by:sunita") == []
    assert set(visits.codes("register by:sunita", with_names=True)) == {"N2", "N3"}


def test_filters_alone_list_the_newest_first(visits):
    assert visits.codes("kind:pain") == ["N2", "N1"]
    assert visits.codes("in:notes", limit=2) == ["N4", "N3"]


def test_a_match_tells_whom_and_what_it_belongs_to(visits):
    match = visits.find("late")[0]
    assert (match.person, match.role, match.level) == ("P2", "MIS officer", "L3")
    assert (match.interview, match.off_record) == ("I2", False)
    assert visits.find("field in:people")[0].level == "L5"


def test_a_link_that_dangles_hides_nothing(notebook):
    notebook.add(Note(code="N1", text="orphan", person="P99", interview="I99"))
    (match,) = notebook.find("orphan")
    assert (match.person, match.role, match.interview) == ("P99", None, "I99")


def test_what_was_said_off_the_record_is_found_and_marked(notebook):
    notebook.add(Note(code="N1", text="the vendor is a cousin", off_record=True))
    assert [match.off_record for match in notebook.find("cousin")] == [True]


def test_changed_and_removed_records_leave_the_index(notebook):
    note = notebook.add(Note(code="N1", text="alpha"))
    notebook.put(replace(note, text="beta"))
    assert notebook.codes("alpha") == []
    assert notebook.codes("beta") == ["N1"]
    notebook.remove(note)
    assert notebook.codes("beta") == []
    assert notebook.codes("in:notes") == []
    assert notebook.index.integrity_check()


def test_an_index_made_anew_finds_the_same(visits):
    before = visits.find("register")
    visits.index.rebuild()
    assert visits.find("register") == before
    assert visits.index.integrity_check()


def test_an_index_made_by_older_rules_is_made_anew_once(visits):
    visits.index.bring_up_to_date()
    visits.db.execute("INSERT INTO search_fts (search_fts) VALUES ('delete-all')")
    visits.index.bring_up_to_date()
    assert visits.find("register") == []
    visits.db.execute("UPDATE meta SET value = '0' WHERE key = 'search_rules'")
    visits.index.bring_up_to_date()
    assert len(visits.find("register")) == 4


def test_a_row_that_the_index_does_not_know_is_noticed(visits):
    visits.records.add(Note(text="unheard"))
    visits.db.execute('DELETE FROM search_doc WHERE "row" = (SELECT max(id) FROM note)')
    assert not visits.index.integrity_check()
    visits.index.rebuild()
    assert visits.index.integrity_check()
    assert len(visits.find("unheard")) == 1


def test_a_row_that_changed_unheard_is_noticed(visits):
    visits.db.execute("UPDATE note SET text = 'other words' WHERE code = 'N1'")
    assert not visits.index.integrity_check()


def test_telling_the_index_twice_changes_nothing(visits):
    before = visits.find("register")
    for match in before:
        visits.index.refresh(match.table, match.row)
    assert visits.find("register") == before


def test_a_damaged_index_is_noticed(visits):
    visits.db.execute("UPDATE search_fts_data SET block = zeroblob(40) WHERE id > 10")
    assert not visits.index.integrity_check()


def test_words_of_removed_records_are_gone_once_packed(store):
    notebook = Notebook(store)
    for number in range(20):
        notebook.add(Note(text=f"ordinary words {number}"))
    secret = notebook.add(Note(text="canaryword"))

    def held():
        return b"".join(
            bytes(block) for (block,) in store.db.execute("SELECT block FROM search_fts_data")
        )

    assert b"canaryword" in held()
    notebook.remove(secret)
    notebook.index.optimize()
    assert b"canaryword" not in held()
    assert b"ordinary" in held()
    assert notebook.index.integrity_check()


def test_the_index_keeps_no_copy_of_the_text(notebook):
    notebook.add(Note(text="the totals are typed twice from paper"))
    tables = [name for name in notebook.db.table_names() if name.startswith("search_")]
    for table in tables:
        for row in notebook.db.table(table).rows:
            assert not any("typed twice" in str(cell) for cell in row.values())


def test_nothing_asked_is_nothing_found(visits):
    assert visits.find("") == visits.find("!!!") == []
    assert visits.index.find(Query(terms=(Term(("register",)),)), 0) == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(max_size=220), typing=st.booleans())
@example(typed='NEAR("a" b) AND NOT x*^', typing=True)
@example(typed="field-worker C++ 5% asha's", typing=False)
@example(typed="a\0b \ud800 🙂 \U0001e94b kind:pain", typing=True)
@example(typed="by:\" level:' theme:[ after:2026", typing=True)
def test_whatever_is_typed_never_fails(visits, typed, typing):
    try:
        visits.find(typed, typing=typing, with_names=True)
    except DatabaseError as error:
        pytest.fail(f"{typed!r}: {error}")
