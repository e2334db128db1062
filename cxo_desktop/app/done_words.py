"""What an operation of the change log is called when it is undone, done again or looked back at."""

from __future__ import annotations

from cxo_desktop.i18n import _


def thing_word(table: str) -> str:
    """Return what a kind of record is called, at the beginning of a sentence."""
    known = {
        "engagement": _("Engagement"),
        "consultant": _("Consultant"),
        "level": _("Level"),
        "person": _("Person"),
        "person_name": _("Name"),
        "interview": _("Interview"),
        "consent": _("Consent"),
        "theme": _("Theme"),
        "note": _("Note"),
        "attachment": _("Attachment"),
        "data_node": _("Place of the data chain"),
        "data_flow": _("Flow"),
        "scenario": _("Scenario"),
        "discrepancy": _("Discrepancy"),
        "tool": _("Tool"),
        "cost_item": _("Cost"),
        "process_map": _("Map"),
        "step": _("Step"),
        "transition": _("Transition"),
        "skill": _("Skill"),
        "training": _("Training"),
        "finding": _("Finding"),
        "evidence": _("Evidence"),
        "recommendation": _("Recommendation"),
        "decision": _("Decision"),
        "action": _("Action"),
        "pilot": _("Pilot"),
        "learning": _("Learning"),
        "brief": _("Brief"),
    }
    return known.get(table, table.replace("_", " ").capitalize())


def done_words(name: str) -> str:
    """Return an operation in words, by its name in the log."""
    if whole := _whole(name):
        return whole
    if name.startswith("undo "):
        return _("Undone: {what}").format(what=done_words(name.removeprefix("undo ")))
    verb, _space, table = name.partition(" ")
    sentences = {
        "add": _("{thing} added"),
        "new": _("{thing} added"),
        "change": _("{thing} changed"),
        "remove": _("{thing} removed"),
        "restore": _("{thing} brought back"),
    }
    if verb not in sentences:
        return name.capitalize()
    return sentences[verb].format(thing=thing_word(table))


def _whole(name: str) -> str:
    """Return the words of an operation that is no plain change of one record, "" for others."""
    known = {
        "add records": _("Several records added"),
        "import people": _("People taken in"),
        "import maps": _("Maps taken in"),
        "import engagement": _("Engagement imported"),
        "plan interview": _("Interview planned"),
        "start interview": _("Interview started"),
        "end interview": _("Interview ended"),
        "pause interview": _("Interview paused"),
        "go on with interview": _("Interview resumed"),
        "remove line": _("Line removed"),
        "change line": _("Line changed"),
        "say who": _("Who said a line changed"),
        "record consent": _("Consent recorded"),
        "withdraw consent": _("Consent withdrawn"),
        "forget person": _("Person forgotten"),
        "merge records": _("Two made one"),
        "empty bin": _("Bin emptied"),
        "bring back line": _("Line brought back"),
        "merge lines": _("Lines joined"),
        "split line": _("Line split"),
        "move line": _("Line moved"),
        "move question": _("Question moved"),
        "take guide": _("Guide taken over"),
        "place evidence": _("Note placed as evidence"),
        "place flow": _("Note placed as a flow"),
        "place time": _("Note placed as a time"),
        "place cost": _("Note placed as a cost"),
        "change scenario": _("What-if changed"),
        "begin a map": _("Map begun"),
        "copy a map": _("Map copied"),
        "move on the map": _("Box moved on the map"),
        "keep places": _("Places on the map kept"),
        "tidy the map": _("Map tidied"),
        "settle conflict": _("Conflict settled"),
        "catalogue": _("Catalogue changed"),
    }
    return known.get(name, "")
