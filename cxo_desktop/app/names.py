"""New people, tools and themes, made while a line is typed."""

from __future__ import annotations

from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.domain.enums import ToolStatus
from cxo_desktop.domain.mentions import MentionKind
from cxo_desktop.domain.people import Person, PersonName
from cxo_desktop.domain.themes import Theme
from cxo_desktop.domain.tools import Tool


def make_name(
    engagement: OpenEngagement, kind: MentionKind, name: str, *, as_role: bool = False
) -> str:
    """Make what a line is the first to name; return how it is written there.

    A person's name goes to the one table of names, with a person whose role is not known yet;
    with ``as_role`` the words are the role of somebody whose name is not known.
    """
    with engagement.operation(f"new {kind.name.lower()}"):
        if kind is MentionKind.TOOL:
            engagement.add(Tool(name=name, status=ToolStatus.IN_USE))
        elif kind is MentionKind.THEME:
            engagement.add(Theme(label=name))
        elif as_role:
            engagement.add(Person(role=name))
        else:
            person = engagement.add(Person())
            engagement.add(PersonName(person=person.code, full_name=name))
    return name
