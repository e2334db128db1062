"""Which fields of a record name other records, and of which kind; each names them by code."""

from __future__ import annotations

from collections.abc import Mapping

LINKS: Mapping[str, Mapping[str, str]] = {
    "engagement": {
        "ed_person": "person",
        "counterpart_person": "person",
        "chain_source": "data_node",
        "chain_decision": "data_node",
        "data_team": "person",
    },
    "person": {"level": "level", "role_band": "role_band"},
    "person_name": {"person": "person"},
    "interview": {"participants": "person", "guide": "guide"},
    "consent": {"person": "person", "interview": "interview"},
    "note": {"interview": "interview", "person": "person", "themes": "theme"},
    "guide_question": {"guide": "guide"},
    "attachment": {"interview": "interview", "note": "note", "person": "person"},
    "data_node": {"tool": "tool", "owner_level": "level"},
    "data_flow": {
        "source": "data_node",
        "target": "data_node",
        "role_band": "role_band",
        "attributed_tool": "tool",
    },
    "discrepancy": {"raised_by_level": "level", "flow": "data_flow"},
    "tool": {"owner": "person"},
    "cost_item": {"tool": "tool", "role_band": "role_band"},
    "step": {"map": "process_map", "tool": "tool"},
    "transition": {"map": "process_map"},
    "person_skill": {"person": "person", "skill": "skill"},
    "skill_requirement": {"skill": "skill"},
    "training": {"person": "person", "skill": "skill"},
    "evidence": {"finding": "finding"},
    "recommendation": {"findings": "finding", "depends_on": "recommendation", "owner": "person"},
    "action": {"owner": "person", "raised_from": "note"},
    "dispatch": {"sent_to": "person"},
    "raid": {"owner": "person"},
    "pilot": {"tool": "tool", "mainline_tool": "tool", "merge_owner": "person"},
}
"""By table, then by field, the table whose codes the field holds.

A guide may also be one that is shipped, and an owner somebody without a record: a link is an
offer of what there is, not a fence.
"""

OFFERS = frozenset({"guide", "owner", "sent_to"})
"""Fields that may say something else than the code of a record."""


def link_of(table: str, field: str) -> str:
    """Return the table whose records a field names, or ""."""
    return LINKS.get(table, {}).get(field, "")
