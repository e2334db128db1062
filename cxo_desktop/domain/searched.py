"""Which records are searched, by which of their fields, and what a search can be narrowed by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Searched:
    """The fields of one kind of record that search knows.

    ``head`` names the record and weighs more than ``body``; with ``names_of`` the fields of the
    head are codes in that table, whose names stand for them. The others are what filters look
    at: the ``person`` behind the record or the ``people`` in it, its ``interview``, ``day``,
    ``language`` and ``level``. Names of people are never among them.
    """

    head: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    names_of: str = ""
    person: str = ""
    people: str = ""
    interview: str = ""
    day: str = ""
    language: str = ""
    level: str = ""


SEARCHED: Mapping[str, Searched] = MappingProxyType(
    {
        "note": Searched(
            body=("text",),
            person="person",
            interview="interview",
            day="written_at",
            language="language",
        ),
        "finding": Searched(head=("statement",)),
        "recommendation": Searched(head=("statement",), body=("cost_of_waiting",), person="owner"),
        "decision": Searched(
            head=("statement",), body=("reason", "cost_of_waiting"), person="decided_by", day="on"
        ),
        "action": Searched(head=("title",), person="owner", day="raised_on"),
        "raid": Searched(head=("statement",), person="owner"),
        "person": Searched(head=("role",), body=("unit",), person="code", level="level"),
        "interview": Searched(
            head=("place",), people="participants", interview="code", day="on", language="language"
        ),
        "tool": Searched(head=("name",), body=("purpose",)),
        "data_node": Searched(head=("name",), level="owner_level"),
        "data_flow": Searched(head=("source", "target"), names_of="data_node"),
        "discrepancy": Searched(
            body=("description", "cause"), day="raised_on", level="raised_by_level"
        ),
        "process_map": Searched(head=("name",)),
        "scenario": Searched(head=("name",)),
        "learning": Searched(body=("text",)),
    }
)
