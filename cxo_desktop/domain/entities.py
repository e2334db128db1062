"""Every entity of an engagement, declared once: its table, its class, its place in a file."""

from __future__ import annotations

from dataclasses import dataclass

from cxo_desktop.domain import (
    actions,
    attachments,
    datachain,
    decisions,
    engagement,
    findings,
    guides,
    interviews,
    learnings,
    map_places,
    people,
    platforms,
    privacy,
    processes,
    skills,
    themes,
    tools,
)
from cxo_desktop.domain.records import Record


@dataclass(frozen=True, slots=True)
class Entity:
    """One kind of record: ``table`` in the store, ``key`` of its list in the exchange format.

    ``key`` is empty for what has no list of its own there; ``prefix`` starts the codes that are
    made here; ``coded`` tells whether its objects carry an ``id`` in the exchange format.
    """

    table: str
    cls: type[Record]
    key: str
    prefix: str
    coded: bool = True


ENTITIES: tuple[Entity, ...] = (
    Entity("engagement", engagement.Engagement, "engagement", "ENG"),
    Entity("consultant", engagement.Consultant, "consultants", "C"),
    Entity("level", engagement.Level, "levels", "L"),
    Entity("role_band", engagement.RoleBand, "role_bands", "RB"),
    Entity("person", people.Person, "people", "P"),
    Entity("person_name", people.PersonName, "", "PN", coded=False),
    Entity("interview", interviews.Interview, "interviews", "I"),
    Entity("consent", interviews.Consent, "consents", "CO", coded=False),
    Entity("theme", themes.Theme, "themes", "TH"),
    Entity("note", interviews.Note, "notes", "N"),
    Entity("guide", guides.Guide, "guides", "G"),
    Entity("guide_question", guides.GuideQuestion, "guide_questions", "GQ"),
    Entity("attachment", attachments.Attachment, "", "AT"),
    Entity("data_node", datachain.DataNode, "data_nodes", "D"),
    Entity("data_flow", datachain.DataFlow, "data_flows", "F"),
    Entity("scenario", datachain.Scenario, "scenarios", "S"),
    Entity("discrepancy", datachain.Discrepancy, "discrepancies", "DX"),
    Entity("tool", tools.Tool, "tools", "TL"),
    Entity("cost_item", tools.CostItem, "cost_items", "CI"),
    Entity("process_map", processes.ProcessMap, "process_maps", "PM"),
    Entity("step", processes.Step, "", "s"),
    Entity("transition", processes.Transition, "", "t", coded=False),
    Entity("map_place", map_places.MapPlace, "map_places", "MP", coded=False),
    Entity("skill", skills.Skill, "skills", "SK"),
    Entity("person_skill", skills.PersonSkill, "person_skills", "PS", coded=False),
    Entity("skill_requirement", skills.SkillRequirement, "skill_requirements", "SR", coded=False),
    Entity("training", skills.Training, "training", "TR", coded=False),
    Entity("finding", findings.Finding, "findings", "FN"),
    Entity("evidence", findings.Evidence, "", "E", coded=False),
    Entity("recommendation", findings.Recommendation, "recommendations", "R"),
    Entity("decision", decisions.Decision, "decisions", "DC"),
    Entity("action", actions.Action, "actions", "A"),
    Entity("dispatch", actions.Dispatch, "dispatches", "DS"),
    Entity("check_in", actions.CheckIn, "check_ins", "M"),
    Entity("raid", actions.Raid, "raid", "RK"),
    Entity("exit_item", actions.ExitItem, "exit_items", "EX"),
    Entity("privacy_item", privacy.PrivacyItem, "privacy_inventory", "PD"),
    Entity("self_check", privacy.SelfCheck, "privacy_self_check", "SC", coded=False),
    Entity("incident", privacy.Incident, "incidents", "IN"),
    Entity("pilot", tools.Pilot, "pilot", "PI", coded=False),
    Entity("catalogue_cell", platforms.CatalogueCell, "catalogue_cells", "CC", coded=False),
    Entity("learning", learnings.Learning, "learnings", "LE"),
    Entity("brief", learnings.SentBrief, "briefs", "BR"),
    Entity("artefact", learnings.Artefact, "artefacts", "AR"),
)

BY_CLASS: dict[type[Record], Entity] = {entity.cls: entity for entity in ENTITIES}
BY_TABLE: dict[str, Entity] = {entity.table: entity for entity in ENTITIES}
