"""From an engagement's indicators and records to what Home shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from cxo_desktop.domain.actions import Action, Dispatch
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Level
from cxo_desktop.domain.mentions import said_name
from cxo_desktop.domain.people import Person
from cxo_desktop.domain.skills import SkillRequirement
from cxo_desktop.i18n import _, ngettext, rupees
from cxo_desktop.ui import words
from cxo_desktop.ui.shown import Bar, Limit, ListRow, Reading, Segment

Figures = Mapping[str, Any]
UNKNOWN = "\N{EN DASH}"
_INKS = {"green": "ok", "amber": "warn", "red": "bad"}
_MOST_AREAS, _MOST_TOOLS, _MOST_READINGS = 6, 5, 9
_SOON_DAYS = 7


@dataclass(frozen=True, slots=True)
class Shown:
    """One large figure with its remark."""

    value: str
    remark: str
    ink: str = "text"


def heard(figures: Figures, dossier: Dossier) -> Shown:
    """Return how many people were heard of those who should be, and where to go next."""
    levels = figures["coverage"]["per_level"]
    target = sum(level["target"] for level in levels.values())
    if not target:
        return Shown(UNKNOWN, _("No level says yet how many to hear."))
    done = sum(level["done"] for level in levels.values())
    value = _("{done} of {target}").format(done=done, target=target)
    lowest = lowest_level(figures)
    if not lowest:
        return Shown(value, _("Every level is heard as planned."))
    remark = _("{level} {done} of {target}: go there next").format(
        level=level_name(dossier, lowest), **{k: levels[lowest][k] for k in ("done", "target")}
    )
    return Shown(value, remark)


def lowest_level(figures: Figures) -> str:
    """Return the level of which the smallest share was heard, or "" when every one is."""
    levels = figures["coverage"]["per_level"]
    lowest = min(levels, key=lambda code: levels[code]["coverage"], default="")
    return lowest if lowest and levels[lowest]["coverage"] < 1 else ""


def answers(figures: Figures) -> Shown:
    """Return how long the Executive Director takes to answer, as the median of all sent."""
    known = figures["responsiveness"]
    median, slowest = known["response_median_days"], known["slowest_days"]
    if slowest is None:
        return Shown(UNKNOWN, _("Nothing has been sent yet."))
    waiting = known["open_items"]
    slow = ngettext("Slowest {days} day", "Slowest {days} days", slowest).format(days=slowest)
    still = ngettext("{count} waits still", "{count} wait still", waiting).format(count=waiting)
    remark = f"{slow} · {still}" if waiting else slow
    if median is None:
        return Shown(UNKNOWN, remark, "bad")
    value = ngettext("{days} day", "{days} days", median).format(days=median)
    return Shown(value, remark, _INKS.get(known["colours"]["response"], "text"))


def chain_time(figures: Figures) -> Shown:
    """Return how old a figure is when it is decided on."""
    known = figures["chain_as_is"]
    days = known["typical_days"]
    if days is None:
        return Shown(UNKNOWN, _("The data chain has no way to a decision yet."))
    remark = _("{manual} of {hops} steps by hand · at worst {worst} days").format(
        manual=known["manual_hops_on_path"], hops=known["hops_on_path"], worst=known["worst_days"]
    )
    return Shown(_("{days} days").format(days=days), remark)


def free_tools(figures: Figures) -> Shown:
    """Return what the tools that cost nothing in the books cost in a year."""
    free = [tool for tool in figures["true_cost"].values() if tool["cash_per_year"] == 0]
    if not free:
        return Shown(UNKNOWN, _("No tool is known to be free."))
    total = sum(tool["true_cost_per_year"] for tool in free)
    count = ngettext("{count} tool", "{count} tools", len(free)).format(count=len(free))
    return Shown(rupees(total), _("a year in staff time, for {tools}").format(tools=count))


def coverage_bars(figures: Figures, dossier: Dossier) -> list[Bar]:
    """Return a bar for each level with a target: heard, in a frame as long as planned."""
    coverage = figures["coverage"]
    blind = set(coverage["blind_spots"])
    return [
        Bar(
            label=level_name(dossier, code),
            figure=_("{done} of {target}").format(done=level["done"], target=level["target"]),
            segments=(Segment(level["done"], "warn" if code in blind else "accent"),),
            frame=level["target"],
            ink="bad" if code in blind else "text",
        )
        for code, level in coverage["per_level"].items()
    ]


def need_bars(figures: Figures) -> list[Bar]:
    """Return two bars for each area: what was asked first, and what is needed; in percent."""
    asked, needed = figures["divergence"]["ask_share"], figures["divergence"]["need_share"]
    areas = sorted({*asked, *needed}, key=lambda area: -needed.get(area, 0))
    first = [area for area in areas if asked.get(area)]
    shown = [area for area in areas if area not in first][: _MOST_AREAS - len(first)] + first
    return [
        Bar(
            label=words.area_word(area),
            figure=_("{asked} / {needed} %").format(
                asked=round(100 * asked.get(area, 0)), needed=round(100 * needed.get(area, 0))
            ),
            segments=(Segment(asked.get(area, 0), "flow"),),
            twin=Segment(needed.get(area, 0), "accent"),
        )
        for area in shown
    ]


def cost_bars(figures: Figures) -> list[Bar]:
    """Return the dearest tools: cash, staff time and training in a year."""
    tools = sorted(figures["true_cost"].values(), key=lambda tool: -tool["true_cost_per_year"])
    return [
        Bar(
            label=said_name(tool["name"]),
            figure=rupees(tool["true_cost_per_year"]),
            segments=(
                Segment(tool["cash_per_year"] or 0, "tool"),
                Segment(tool["staff_cost_per_year"], "accent"),
                Segment(_training(tool), "cost"),
            ),
        )
        for tool in tools[:_MOST_TOOLS]
    ]


def weak_points(figures: Figures, dossier: Dossier) -> list[ListRow]:
    """Return the skills that nobody or only one person has, by process, gaps first."""
    names = {r.process: r.process_name or r.process for r in dossier.all(SkillRequirement)}
    found = sorted(
        (count, process, skill)
        for process, known in figures["bus_factor"]["per_process"].items()
        for skill, count in known["skills"].items()
        if count <= 1
    )
    return [
        ListRow(
            key=f"{process} {skill}",
            title=skill,
            below=names.get(process, process),
            icon="user-round",
            ink="person",
            aside=_("One person") if count else _("Nobody"),
            aside_ink="warn" if count else "bad",
        )
        for count, process, skill in found
    ]


def open_actions(dossier: Dossier, today: date) -> list[ListRow]:
    """Return the actions that are not done, the most overdue first."""
    waiting = [action for action in dossier.all(Action) if action.done_on is None]
    waiting.sort(key=lambda action: (action.due_on is None, action.due_on or today, action.code))
    return [_action_row(dossier, action, today) for action in waiting]


def late_words(rows: list[ListRow]) -> str:
    """Return how many actions are open and how many of them late."""
    late = sum(row.aside_ink == "bad" for row in rows)
    count = ngettext("{count} open", "{count} open", len(rows)).format(count=len(rows))
    overdue = ngettext("{count} late", "{count} late", late).format(count=late)
    return f"{count} · {overdue}" if late else count


def answer_readings(dossier: Dossier, today: date) -> list[Reading]:
    """Return the days to the first answer of what was sent last; what waits counts up to today."""
    sent = sorted(
        (item for item in dossier.all(Dispatch) if item.sent_on), key=lambda item: str(item.sent_on)
    )
    return [_reading(item, today) for item in sent[-_MOST_READINGS:]]


def answer_limit(dossier: Dossier) -> Limit:
    """Return the days within which an answer is expected."""
    days = dossier.engagement.settings.response_green_days
    return Limit(days, _("Within {days} days").format(days=days))


def stage_words(dossier: Dossier, today: date) -> str:
    """Return on which day the figures stand, and which week of the engagement that is."""
    stands = _("Figures of {day}").format(day=words.day(today))
    start, end = dossier.engagement.started_on, dossier.engagement.planned_end_on
    if start is None or today < start:
        return stands
    week = (today - start).days // 7 + 1
    if end is None or end < start:
        return _("{stands} · week {week}").format(stands=stands, week=week)
    return _("{stands} · week {week} of {weeks}").format(
        stands=stands, week=week, weeks=(end - start).days // 7 + 1
    )


def level_name(dossier: Dossier, code: str) -> str:
    """Return what a level is called."""
    level = dossier.by_code(Level).get(code)
    return level.name if level is not None and level.name else code


def _training(tool: Mapping[str, Any]) -> float:
    spent = tool["true_cost_per_year"] - tool["staff_cost_per_year"] - (tool["cash_per_year"] or 0)
    return max(0.0, float(spent))


def _action_row(dossier: Dossier, action: Action, today: date) -> ListRow:
    asked = words.short_day(action.raised_on)
    known = action.owner in dossier.by_code(Person)
    owner = words.role_of(dossier, action.owner) if known else action.owner or ""
    below = [owner] if owner else []
    if asked:
        below.append(_("asked {day}").format(day=asked))
    aside, ink = words.short_day(action.due_on), "text2"
    if action.due_on is not None:
        days = (today - action.due_on).days
        if days > 0:
            aside = ngettext("{days} day late", "{days} days late", days).format(days=days)
            ink = "bad"
        elif days >= -_SOON_DAYS:
            ink = "warn"
    return ListRow(
        key=action.code,
        title=action.title,
        below=" · ".join(below),
        icon="square-check",
        ink="action",
        aside=aside,
        aside_ink=ink,
    )


def _reading(item: Dispatch, today: date) -> Reading:
    sent = item.sent_on or today
    answered = item.first_response_on
    days = max(0, ((answered or today) - sent).days)
    figure = ngettext("{days} day", "{days} days", days).format(days=days)
    if answered is None:
        figure = _("{days}, still waiting").format(days=figure)
    return Reading(words.short_day(item.sent_on), days, figure, running=answered is None)
