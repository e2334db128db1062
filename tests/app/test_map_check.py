"""Advice on a map speaks of its steps by their words and follows the evidence."""

from cxo_desktop.app.map_check import check_map
from cxo_desktop.domain.interviews import Note
from cxo_desktop.domain.people import Person
from cxo_desktop.domain.processes import Step, Transition


def test_advice_names_steps_by_their_words(sample):
    sample.add(Step(map="PM1", code="lost", label="Count twice", kind="task"))
    sample.add(Transition(map="PM1", source="s8", target="lost"))
    found = {one.rule: one for one in check_map(sample.dossier(), "PM1") if "lost" in one.codes}
    assert "“Count twice”" in found["dead_end"].what
    assert found["no_lane"].remedy.endswith(".")


def test_a_step_that_one_level_spoke_of_is_told_until_another_does(sample):
    sample.add(Note(text="x", person="P01", refs=("PM1/s8",)))

    def only_one_level():
        rows = check_map(sample.dossier(), "PM1")
        return {code for one in rows if one.rule == "one_level" for code in one.codes}

    assert only_one_level() == {"s8"}
    other = next(one for one in sample.dossier().all(Person) if one.level == "L5")
    sample.add(Note(text="y", person=other.code, refs=("PM1/s8",)))
    assert only_one_level() == set()


def test_the_chain_is_checked_too(sample):
    assert {one.rule for one in check_map(sample.dossier(), "chain")} >= {"no_evidence"}
