"""The filters of a query as SQL over the tables of the records themselves."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from cxo_desktop.domain.search_query import Query
from cxo_desktop.domain.search_text import Term, words
from cxo_desktop.domain.searched import SEARCHED, Searched
from cxo_desktop.store.driver import Connection

_NEVER = "0"


@dataclass(slots=True)
class Conditions:
    """Conditions that must all hold, with the values of their places in order."""

    parts: list[str] = field(default_factory=list)
    values: list[str] = field(default_factory=list)

    def want(self, condition: str, values: Iterable[str] = ()) -> None:
        """Add a condition."""
        self.parts.append(condition)
        self.values.extend(values)

    def one_of(self, expression: str, values: Sequence[str]) -> None:
        """Want the expression to be one of some values; without an expression nothing is."""
        if values and expression:
            self.want(f"lower({expression}) IN ({_places(values)})", values)
        elif values:
            self.want(_NEVER)


def register(connection: Connection) -> None:
    """Teach a connection ``says(text, words)``, which the conditions use."""
    connection.create_function("says", 2, _says, deterministic=True)


def chosen_rows(query: Query, *, with_names: bool) -> tuple[str, list[str]]:
    """Return a SELECT of (tbl, row) of all searched rows that the filters let through, and values.

    ``with_names`` lets ``by:`` look at the names of people, too. The plus keeps SQLite from reading
    the notes themselves in the order of their ids where an index holds all that is asked.
    """
    selects: list[str] = []
    values: list[str] = []
    for table in query.tables or SEARCHED:
        conditions = _conditions(table, SEARCHED[table], query, with_names=with_names)
        if _NEVER in conditions.parts:
            continue
        where = " AND ".join(conditions.parts) or "1"
        selects.append(f'SELECT \'{table}\' AS tbl, +t.id AS "row" FROM "{table}" t WHERE {where}')  # noqa: S608 - declared names
        values += conditions.values
    return " UNION ALL ".join(selects) or 'SELECT NULL AS tbl, NULL AS "row" WHERE 0', values


def person_of(declared: Searched) -> str:
    """Return the expression of the code of the person behind a record, "" when there is none."""
    return f't."{declared.person}"' if declared.person else ""


def _conditions(table: str, declared: Searched, query: Query, *, with_names: bool) -> Conditions:
    conditions = Conditions()
    conditions.one_of("t.kind" if table == "note" else "", query.kinds)
    conditions.one_of(_column(declared.interview), query.interviews)
    conditions.one_of(_column(declared.language), query.languages)
    if query.levels:
        _want_levels(conditions, declared, query.levels)
    if query.by:
        _want_people(conditions, declared, query.by, with_names=with_names)
    if query.themes:
        _want_themes(conditions, table, query.themes)
    _want_days(conditions, table, declared, query)
    return conditions


def _column(name: str) -> str:
    return f't."{name}"' if name else ""


def _want_levels(conditions: Conditions, declared: Searched, levels: Sequence[str]) -> None:
    if declared.level:
        conditions.one_of(_column(declared.level), levels)
        return
    people = f"SELECT code FROM person WHERE lower(level) IN ({_places(levels)})"  # noqa: S608 - declared names
    conditions.want(_among(declared, people), levels)


def _want_people(
    conditions: Conditions, declared: Searched, people: Sequence[str], *, with_names: bool
) -> None:
    either: list[str] = []
    values: list[str] = []
    for wanted in people:
        said = ["lower(code) = ?", "says(role, ?)"]
        if with_names:
            said.append(
                "code IN (SELECT person FROM person_name "
                "WHERE says(full_name, ?) OR says(aliases, ?))"
            )
        either.append(" OR ".join(said))
        values += [wanted] * (4 if with_names else 2)
    those = f"SELECT code FROM person WHERE {' OR '.join(either)}"  # noqa: S608 - declared names
    conditions.want(_among(declared, those), values)


def _among(declared: Searched, people: str) -> str:
    """Return the condition that a person behind or in a record is one of ``people``."""
    if declared.person:
        return f"{person_of(declared)} IN ({people})"
    if declared.people:
        listed = _column(declared.people)
        return f"EXISTS (SELECT 1 FROM json_each({listed}) one WHERE one.value IN ({people}))"  # noqa: S608 - declared names
    return _NEVER


def _want_themes(conditions: Conditions, table: str, themes: Sequence[str]) -> None:
    if table != "note":
        conditions.want(_NEVER)
        return
    labelled = " OR ".join(["says(label, ?) OR says(label_hi, ?)"] * len(themes))
    conditions.want(
        "EXISTS (SELECT 1 FROM json_each(t.themes) one "  # noqa: S608 - declared names
        f"WHERE lower(one.value) IN ({_places(themes)}) "
        f"OR one.value IN (SELECT code FROM theme WHERE {labelled}))",
        [*themes, *(theme for theme in themes for _ in range(2))],
    )


def _want_days(conditions: Conditions, table: str, declared: Searched, query: Query) -> None:
    day = _column(declared.day)
    if table == "note":
        held = 'SELECT held."on" FROM interview held WHERE held.code = t.interview'
        day = f"coalesce(({held}), substr({day}, 1, 10))"
    for sign, wanted in ((">=", query.after), ("<", query.before)):
        if wanted:
            conditions.want(f"{day} {sign} ?" if day else _NEVER, [wanted.isoformat()])


def _places(values: Sequence[str]) -> str:
    return ", ".join("?" * len(values))


def _says(text: str | None, wanted: str) -> bool:
    """Tell whether a text, or a list of texts in JSON, has the words; the last may go on."""
    term = Term(words(wanted), prefix=True)
    if not text or not term.words:
        return False
    return term.stands_in(" ".join(json.loads(text)) if text.startswith("[") else text)
