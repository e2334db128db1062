"""How long a process takes: choices, parallel work and rounds that are gone again."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cxo_desktop.analysis.figures import amount, stated
from cxo_desktop.analysis.networks import process_ends
from cxo_desktop.analysis.processes import MINUTES, minutes
from cxo_desktop.domain.enums import StepKind
from cxo_desktop.domain.processes import Step, Transition
from cxo_desktop.domain.records import Number

_PERCENT = re.compile(r"(\d+(?:\.\d+)?)\s*%")
_NEARLY_ONE = 1 - 1e-9


@dataclass(frozen=True, slots=True)
class LeadTime:
    """Hours from the start of a process to its end.

    ``expected`` weighs choices by their shares and counts rounds as often as they are gone;
    None when some round is never left. ``longest`` takes the slowest branch everywhere and each
    round once; ``longest_steps`` are the steps on it.
    """

    expected: float | None
    longest: float
    longest_steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Loop:
    """Steps that are gone again: ``hours`` of one round, ``again`` the share that goes round.

    ``rework_hours`` is what going round costs on average per case: again / (1 - again) rounds.
    """

    steps: tuple[str, ...]
    hours: float
    again: float

    @property
    def rework_hours(self) -> float | None:
        """Return the average hours of rework per case, or None when it is never left."""
        if self.again >= _NEARLY_ONE:
            return None
        return self.hours * self.again / (1 - self.again)


def hours_of(step: Step) -> float:
    """Return the hours of work and waiting of one step."""
    return minutes(step) / MINUTES + amount(step.wait_hours)


def shares_out(
    step: Step | None, onward: Sequence[Transition]
) -> tuple[tuple[str, float], ...] | None:
    """Return where a choice leads and with which share (adding up to 1), or None if it is none.

    A step is a choice when it is drawn as one or when its arrows say shares or percents. Arrows
    that say nothing split what the others leave.
    """
    told = [_told(it) for it in onward]
    is_choice = step is not None and step.kind is StepKind.DECISION
    if len(onward) > 1 and not is_choice and all(it is None for it in told):
        return None
    rest = max(0.0, 1 - sum(it for it in told if it is not None))
    silent = sum(1 for it in told if it is None)
    parts = [rest / silent if it is None else float(it) for it in told]
    whole = sum(parts)
    if not whole:
        parts, whole = [1.0] * len(parts), float(len(parts))
    merged: dict[str, float] = {}
    for arrow, part in zip(onward, parts, strict=True):
        merged[arrow.target] = merged.get(arrow.target, 0.0) + part / whole
    return tuple(sorted(merged.items()))


def silent_choices(
    steps: Sequence[Step], transitions: Sequence[Transition]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the choices between several ways, and those of them that leave a share to guessing.

    A choice that says all shares but one says them all.
    """
    process = _process(steps, transitions)
    choices, silent = [], []
    for code, arrows in process.onward.items():
        if len(arrows) > 1 and process.choice(code) is not None:
            choices.append(code)
            if sum(1 for arrow in arrows if _told(arrow) is None) > 1:
                silent.append(code)
    return tuple(choices), tuple(silent)


def _told(arrow: Transition) -> Number | None:
    share = stated(arrow.share)
    if share is not None:
        return min(1, share)
    percent = _PERCENT.search(arrow.condition or "")
    return min(1.0, float(percent[1]) / 100) if percent else None


@dataclass(frozen=True, slots=True)
class _Process:
    """A process made ready: hours by step, onward arrows that lead to known steps."""

    steps: Mapping[str, Step]
    onward: Mapping[str, tuple[Transition, ...]]
    starts: tuple[str, ...]

    def choice(self, code: str) -> tuple[tuple[str, float], ...] | None:
        """Return where a step leads by share, or None when it leads everywhere at once."""
        return shares_out(self.steps[code], self.onward.get(code, ()))


def _process(steps: Sequence[Step], transitions: Sequence[Transition]) -> _Process:
    known = {step.code: step for step in steps}
    onward: dict[str, list[Transition]] = {}
    for arrow in sorted(transitions, key=lambda it: (it.source, it.target)):
        if arrow.source in known and arrow.target in known:
            onward.setdefault(arrow.source, []).append(arrow)
    ready = {code: tuple(arrows) for code, arrows in onward.items()}
    return _Process(known, ready, process_ends(steps, transitions)[0])


def _condensed(process: _Process) -> tuple[Any, Any]:
    """Return the graph of steps and its condensation, in which each round is one node."""
    import networkx as nx

    graph: Any = nx.DiGraph()
    graph.add_nodes_from(sorted(process.steps))
    for code, arrows in process.onward.items():
        graph.add_edges_from((code, arrow.target) for arrow in arrows)
    return graph, nx.condensation(graph)


def lead_time(steps: Sequence[Step], transitions: Sequence[Transition]) -> LeadTime:
    """Return how long a process takes (docs: indicators, process maps).

    Parallel branches take the longest, choices the average by share, a round hours / (1 - again):
    the expected visits of an absorbing chain. Parallel branches within a round are taken one
    after another's chance, which is a simplification.
    """
    import networkx as nx

    process = _process(steps, transitions)
    graph, rounds = _condensed(process)
    ahead: dict[str, float | None] = {}
    longest: dict[int, float] = {}
    after: dict[int, int | None] = {}
    for number in reversed(list(nx.topological_sort(rounds))):
        members = sorted(rounds.nodes[number]["members"])
        _expect(process, members, ahead, looped=_is_round(graph, members))
        nexts = sorted(rounds.successors(number), key=lambda it: (-longest[it], it))
        after[number] = nexts[0] if nexts else None
        own = sum(hours_of(process.steps[code]) for code in members)
        longest[number] = own + (longest[nexts[0]] if nexts else 0.0)
    starts = [code for code in process.starts if code in ahead] or sorted(ahead)
    first = [rounds.graph["mapping"][code] for code in starts]
    slowest = max(first, key=lambda it: longest[it], default=None)
    expected = [ahead[code] for code in starts]
    return LeadTime(
        expected=None if None in expected else max((it or 0.0 for it in expected), default=0.0),
        longest=0.0 if slowest is None else longest[slowest],
        longest_steps=_walk(rounds, after, slowest),
    )


def _is_round(graph: Any, members: Sequence[str]) -> bool:
    return len(members) > 1 or graph.has_edge(members[0], members[0])


def _walk(rounds: Any, after: Mapping[int, int | None], number: int | None) -> tuple[str, ...]:
    steps: list[str] = []
    while number is not None:
        steps += sorted(rounds.nodes[number]["members"])
        number = after[number]
    return tuple(steps)


def _expect(
    process: _Process, members: Sequence[str], ahead: dict[str, float | None], *, looped: bool
) -> None:
    """Put down the expected hours from each member to the end; what follows is known already."""
    if looped:
        ahead.update(_expect_round(process, members, ahead))
        return
    code = members[0]
    own = hours_of(process.steps[code])
    choice = process.choice(code)
    if choice is None:
        onward = [ahead[arrow.target] for arrow in process.onward[code]]
        ahead[code] = None if None in onward else own + max(it or 0.0 for it in onward)
        return
    parts = [(ahead[target], part) for target, part in choice if part]
    unknown = any(hours is None for hours, _ in parts)
    ahead[code] = None if unknown else own + sum((hours or 0.0) * part for hours, part in parts)


def _even(process: _Process, code: str) -> tuple[tuple[str, float], ...]:
    """Return where a step within a round leads; parallel branches count as even chances."""
    choice = process.choice(code)
    if choice is not None:
        return choice
    arrows = process.onward[code]
    return tuple((arrow.target, 1 / len(arrows)) for arrow in arrows)


def _expect_round(
    process: _Process, members: Sequence[str], ahead: Mapping[str, float | None]
) -> dict[str, float | None]:
    """Solve E = own + P E over the members of a round; None where it is never left."""
    own = {code: hours_of(process.steps[code]) for code in members}
    for code in members:
        for target, part in _even(process, code):
            if target not in own and part:
                after = ahead[target]
                own[code] += math.inf if after is None else part * after
    if math.inf in own.values():
        return dict.fromkeys(members)
    return dict(solved) if (solved := _solve_round(process, own)) else dict.fromkeys(members)


def _solve_round(process: _Process, own: Mapping[str, float]) -> dict[str, float] | None:
    """Return E of E = own + P E over the steps of ``own``; None when the round is never left."""
    index = {code: number for number, code in enumerate(own)}
    rows: list[list[float]] = []
    for code in own:
        row = [0.0] * len(own) + [own[code]]
        row[index[code]] = 1.0
        for target, part in _even(process, code):
            if target in index:
                row[index[target]] -= part
        rows.append(row)
    solved = solve(rows)
    return None if solved is None else dict(zip(own, solved, strict=True))


def solve(rows: Sequence[Sequence[float]]) -> list[float] | None:
    """Return x of A x = b by elimination, or None; each row is one of A with its b last."""
    matrix = [list(row) for row in rows]
    size = len(matrix)
    for column in range(size):
        pivot = max(range(column, size), key=lambda it: abs(matrix[it][column]))
        if abs(matrix[pivot][column]) < 1 - _NEARLY_ONE:
            return None
        matrix[column], matrix[pivot] = matrix[pivot], matrix[column]
        own = matrix[column]
        for row in range(size):
            factor = matrix[row][column] / own[column]
            if row != column and factor:
                matrix[row] = [a - factor * b for a, b in zip(matrix[row], own, strict=True)]
    return [matrix[row][size] / matrix[row][row] for row in range(size)]


def loops(steps: Sequence[Step], transitions: Sequence[Transition]) -> tuple[Loop, ...]:
    """Return the rounds of a process, the dearest first, those never left before all."""
    process = _process(steps, transitions)
    graph, rounds = _condensed(process)
    groups = [sorted(members) for _, members in rounds.nodes(data="members")]
    found = [
        Loop(
            tuple(members),
            sum(hours_of(process.steps[code]) for code in members),
            _again(process, members, _entry(process, graph, members)),
        )
        for members in groups
        if _is_round(graph, members)
    ]
    return tuple(sorted(found, key=_dearest))


def _dearest(loop: Loop) -> tuple[float, tuple[str, ...]]:
    cost = loop.rework_hours
    return (-math.inf if cost is None else -cost, loop.steps)


def _entry(process: _Process, graph: Any, members: Sequence[str]) -> str:
    """Return the step by which a round is entered, the first of several."""
    inside = set(members)
    entered = [it for it in members if it in process.starts or set(graph.pred[it]) - inside]
    return next(iter(entered), members[0])


def _again(process: _Process, members: Sequence[str], entry: str) -> float:
    """Return the chance to come back to the entry: 1 - 1 / expected visits."""
    visits = _solve_round(process, {code: float(code == entry) for code in members})
    if visits is None or visits[entry] <= 0:
        return 1.0
    return max(0.0, 1 - 1 / visits[entry])
