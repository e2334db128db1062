"""The figures of a brief: without blocked notes, on its own day, nothing said twice."""

from dataclasses import replace
from datetime import date

import pytest

from cxo_desktop import assets
from cxo_desktop.analysis.triangulation import Grade
from cxo_desktop.app.brief_facts import flows_known, gather
from cxo_desktop.domain.datachain import DataFlow
from cxo_desktop.domain.enums import FindingStatus
from cxo_desktop.domain.findings import Evidence, Finding
from cxo_desktop.domain.interviews import Consent
from cxo_desktop.exchange.engagement_json import read_dossier

ON = date(2026, 10, 30)


@pytest.fixture(scope="module")
def sample():
    return read_dossier(assets.resource("samples/nandini.json").read_text("utf-8")).dossier


@pytest.fixture(scope="module")
def facts(sample):
    return gather(sample, ON)


def test_figures_are_without_blocked_notes(facts):
    assert facts.notes_left_out == 5
    assert facts.notes == 73
    assert facts.divergence.need["data_chain"] == pytest.approx(0.5049, abs=5e-5)
    grades = {it.finding.code: it.standing.grade for it in facts.found}
    assert grades["FN11"] is Grade.WEAK, "with the blocked note it would be moderate"


def test_the_weightiest_finding_comes_first_and_contested_ones_last(facts):
    assert facts.found[0].finding.code == "FN1"
    assert facts.found[-1].standing.grade is Grade.CONTESTED
    assert facts.counted(Grade.STRONG) == 8


def test_findings_without_anything_usable_are_counted_but_not_kept(sample):
    silent = gather(sample.with_records(Consent, ()), ON)
    assert silent.found == ()
    assert silent.left_out == 11


def test_a_finding_on_documents_alone_is_kept(sample):
    dossier = sample.with_records(Consent, ()).with_records(
        Evidence, [Evidence(finding="FN1", target="document:april")]
    )
    kept = gather(dossier, ON)
    assert "FN1" in {it.finding.code for it in kept.found}


def test_retired_and_empty_findings_are_not_in_a_brief(sample):
    first, second, *rest = sample.all(Finding)
    changed = [replace(first, status=FindingStatus.RETIRED), replace(second, statement=" "), *rest]
    codes = {it.finding.code for it in gather(sample.with_records(Finding, changed), ON).found}
    assert not {first.code, second.code} & codes
    assert len(codes) == 9


def test_the_best_scenario_is_the_freshest(facts, sample):
    assert facts.best_what_if[0].code == "S2"
    assert gather(sample.with_records(DataFlow, ()), ON).best_what_if is None


def test_judgements_stand_on_the_day_of_the_brief(sample):
    early, late = gather(sample, date(2026, 9, 1)), gather(sample, date(2027, 9, 1))
    assert len(early.responsiveness.due) < len(late.responsiveness.due)


def test_unknown_hours_are_counted_as_unknown(facts, sample):
    assert flows_known(facts) == (17, 17)
    first, *rest = sample.all(DataFlow)
    unknown = [replace(first, wait_model=None, period_hours=None), *rest]
    assert flows_known(gather(sample.with_records(DataFlow, unknown), ON)) == (16, 17)


def test_a_person_is_a_role(facts):
    assert facts.role("P05") == "M&E lead"
    assert facts.role(None) == facts.role("nobody") == ""
