"""The page on indicators names every one, and its examples are what the program computes."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

import pytest

from cxo_desktop.analysis.chain import chain
from cxo_desktop.analysis.costs import hourly_rates, true_cost
from cxo_desktop.analysis.coverage import coverage
from cxo_desktop.analysis.report import INDICATORS, MORE
from cxo_desktop.analysis.responsiveness import responsiveness
from cxo_desktop.assets import resource
from cxo_desktop.domain.datachain import DataFlow
from cxo_desktop.exchange.engagement_json import read_dossier

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/indicators.md").read_text(encoding="utf-8")
PARTS = {part.partition("\n")[0].lower(): part for part in PAGE.split("\n## ")[1:]}


@pytest.fixture(scope="module")
def sample():
    return read_dossier(resource("samples/nandini.json").read_text(encoding="utf-8")).dossier


def table(part):
    """The rows of the table in a part, without its head."""
    rows = [line.strip("| ").split(" | ") for line in part.splitlines() if line.startswith("|")]
    return rows[2:]


def grouped(rupees):
    """Indian grouping: the last three digits, then twos."""
    digits = str(round(rupees))
    head, tail = digits[:-3], digits[-3:]
    pairs = re.sub(r"(?<=\d)(?=(\d\d)+$)", ",", head)
    return f"{pairs},{tail}" if pairs else tail


def test_every_indicator_has_its_part():
    missing = [it.name for it in (*INDICATORS, *MORE) if f"`{it.name}`" not in PAGE]
    assert missing == []


def test_every_part_that_explains_says_its_limits():
    explained = {name: part for name, part in PARTS.items() if not name.startswith("worked")}
    assert [name for name, part in explained.items() if "**Limits:**" not in part] == []


def test_what_the_code_refers_to_is_on_the_page():
    code = "".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "cxo_desktop/analysis").glob("*.py")
    )
    named = {re.sub(r"\s+", " ", it) for it in re.findall(r"\(docs: indicators, ([^)]*)\)", code)}
    assert named <= set(PARTS)
    assert len(named) > 15


def test_coverage_by_hand(sample):
    part, figure = PARTS["worked by hand: coverage"], coverage(sample)
    assert table(part) == [
        [it.level, str(it.done), str(it.target), f"{it.coverage:g}"] for it in figure.per_level
    ]
    assert f"**{figure.overall:g}**" in part
    assert all(level in part.rpartition("\n\n(")[2] for level in figure.blind_spots)


def test_engagement_health_by_hand(sample):
    part, figure = PARTS["worked by hand: engagement health"], responsiveness(sample)
    days = [it.days for it in figure.waits if it.answered]
    assert f"{', '.join(map(str, days[:-1]))} and {days[-1]} days" in part.replace("\n", " ")
    still_open = [it.days for it in figure.waits if not it.answered]
    assert len(still_open) == 1
    assert f"open after {still_open[0]}." in part.replace("\n", " ")
    silent, rows = Fraction(1), []
    for day in sorted(set(days)):
        wait = sum(1 for it in figure.waits if it.days >= day)
        silent *= 1 - Fraction(days.count(day), wait)
        rows.append([str(day), str(wait), str(days.count(day)), str(silent)])
        if day == figure.median_days:
            break
    assert table(part) == rows
    assert f"**{figure.median_days}** days" in part


def test_the_chain_by_hand(sample):
    part, figure = PARTS["worked by hand: chain"], chain(sample)
    assert table(part) == [
        [it.flow, f"{it.wait_typical:g}", f"{it.handling_typical:g}", f"{it.typical_hours:g}"]
        for it in figure.legs
    ]
    assert f"**{figure.typical_hours:g}** hours" in part
    assert f"**{figure.as_json()['typical_days']}** days" in part


def test_true_cost_by_hand(sample):
    part = PARTS["worked by hand: true cost"]
    cost = next(it for it in true_cost(sample).tools if it.name == "Google Sheets")
    rates, flows = hourly_rates(sample).rates, sample.by_code(DataFlow)
    told = [[row[0], row[1], row[2].rpartition(" = ")[2], row[3]] for row in table(part)]
    expected = []
    for code in cost.flows:
        hours, rate = flows[code].staff_hours_per_month, rates[flows[code].role_band]
        expected.append([code, f"{hours:g}", f"{rate:.1f}", grouped(hours * rate * 12)])
    assert told == expected
    assert f"₹ **{grouped(cost.per_year)}** a year" in part
    assert f"({cost.staff_hours:,.0f} hours)" in part
