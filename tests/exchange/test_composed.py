from __future__ import annotations

from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Engagement
from cxo_desktop.domain.enums import Stance
from cxo_desktop.domain.findings import Evidence, Finding
from cxo_desktop.domain.processes import ProcessMap, Step, Transition
from cxo_desktop.domain.skills import Skill
from cxo_desktop.exchange import composed
from cxo_desktop.exchange.rows import rows_of


def dossier() -> Dossier:
    return Dossier(engagement=Engagement(code="E"))


def test_a_skill_is_a_bare_name_unless_its_code_is_another():
    skills = (Skill(code="SQL", name="SQL"), Skill(code="SK-1", name="Excel"))
    assert composed.write_skills(dossier().with_records(Skill, skills)) == [
        "SQL",
        {"id": "SK-1", "name": "Excel"},
    ]
    read = composed.read_skills(rows_of({"skills": ["SQL"]}, "skills", {}))
    assert read == (Skill(code="SQL", name="SQL"),)


def test_evidence_knows_its_finding_and_stance():
    finding = {"id": "F", "supports": ["N1"], "contradicts": ["N2"], "other_evidence": ["metric:x"]}
    read = composed.read_findings(rows_of({"findings": [finding]}, "findings", {}))
    assert read[Evidence] == (
        Evidence(finding="F", target="N1"),
        Evidence(finding="F", target="N2", stance=Stance.CONTRADICTS),
        Evidence(finding="F", target="metric:x"),
    )


def test_evidence_of_other_findings_stays_with_them():
    findings = (Finding(code="F1"), Finding(code="F2"))
    evidence = (Evidence(finding="F2", target="N1"), Evidence(finding="F1", target="N2"))
    written = composed.write_findings(
        dossier().with_records(Finding, findings).with_records(Evidence, evidence)
    )
    assert written == [{"id": "F1", "supports": ["N2"]}, {"id": "F2", "supports": ["N1"]}]


def test_steps_of_the_same_code_stay_in_their_maps():
    maps = [{"id": code, "steps": [{"id": "s1", "label": code}]} for code in ("A", "B")]
    maps[1]["transitions"] = [{"from": "s1", "to": "s1"}]
    read = composed.read_maps(rows_of({"process_maps": maps}, "process_maps", {}))
    assert read[Step] == (
        Step(code="s1", map="A", label="A"),
        Step(code="s1", map="B", label="B"),
    )
    assert read[Transition] == (Transition(map="B", source="s1", target="s1"),)
    assert read[ProcessMap] == (ProcessMap(code="A"), ProcessMap(code="B"))
    held = Dossier(engagement=Engagement(code="E"), records=read)
    assert composed.write_maps(held) == maps
