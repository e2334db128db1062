"""Pilots and platforms."""

from __future__ import annotations

from datetime import date

import pytest

from cxo_desktop.analysis.fit import Advice, Fit, pilot_readiness, platform_fit
from cxo_desktop.app.catalogue import shipped
from cxo_desktop.domain.engagement import Settings
from cxo_desktop.domain.enums import Priority, ToolStatus
from cxo_desktop.domain.platforms import Basis, Catalogue, Cell, Platform, Support
from cxo_desktop.domain.tools import Pilot, RequiredCapability, Tool

NEEDS = (
    RequiredCapability(capability="offline", priority=Priority.MUST, level_needed=2),
    RequiredCapability(capability="charts", priority=Priority.SHOULD, level_needed=3),
    RequiredCapability(capability="sms", priority=Priority.COULD, level_needed=1),
)


def catalogue(**levels):
    cells = tuple(
        (name, Cell(Support(level), "", "", "", Basis.JUDGEMENT)) for name, level in levels.items()
    )
    platform = Platform(code="P", name="P", cells=cells)
    return Catalogue(compiled="", caution="", capabilities=(), platforms=(platform,), sources=())


def fit(make, **levels):
    dossier = make(Pilot(tool="T", required_capabilities=NEEDS))
    return platform_fit(dossier, catalogue(**levels)).fits[0]


def test_the_sample_fits_as_expected(sample, expected):
    assert platform_fit(sample, shipped()).as_json() == expected["platform_fit"]


def test_points_against_need_by_weight(make):
    """Must met (5 of 5), should two thirds met (2 of 3), could not met (0 of 1): 7 of 9."""
    got = fit(make, offline="native", charts="config", sms="none")
    assert (got.low, got.high) == (pytest.approx(7 / 9), pytest.approx(7 / 9))
    assert got.must_failed == ()


def test_a_must_below_its_need_fails_the_platform(make):
    got = fit(make, offline="workaround", charts="native", sms="native")
    assert got.must_failed == ("offline",)
    assert got.advice(Settings()) is Advice.FAILS


def test_what_nobody_knows_is_an_interval_and_no_failure(make):
    got = fit(make, charts="native", sms="native")
    assert (got.low, got.high) == (pytest.approx(4 / 9), 1.0)
    assert (got.unknown, got.must_failed) == (("offline",), ())
    assert got.advice(Settings()) is Advice.VERIFY


@pytest.mark.parametrize(
    ("low", "high", "in_use", "advice"),
    [
        (0.9, 1.0, True, Advice.CONFIGURE),
        (0.9, 1.0, False, Advice.ADOPT),
        (0.7, 0.8, True, Advice.EXTEND),
        (0.7, 0.8, False, Advice.NO),
        (0.3, 0.9, True, Advice.VERIFY),
        (0.1, 0.5, True, Advice.NO),
    ],
)
def test_advice(low, high, in_use, advice):
    assert Fit("P", low, high, (), (), in_use).advice(Settings()) is advice


def test_the_platform_of_a_tool_in_use_is_in_use(make):
    pilot = Pilot(tool="T", required_capabilities=NEEDS)
    used = Tool(code="T1", platform="P", status=ToolStatus.IN_USE)
    retired = Tool(code="T1", platform="P", status=ToolStatus.RETIRED)
    assert platform_fit(make(pilot, used), catalogue()).fits[0].in_use
    assert not platform_fit(make(pilot, retired), catalogue()).fits[0].in_use


def test_without_a_pilot_that_says_what_it_needs_there_is_nothing_to_fit(make):
    assert platform_fit(make(), shipped()).as_json() == {}
    assert platform_fit(make(Pilot(tool="T")), shipped()).as_json() == {}


def test_needs_that_say_nothing_are_asked_for_lightly(make):
    pilot = Pilot(tool="T", required_capabilities=(RequiredCapability(capability="sms"),))
    assert platform_fit(make(pilot), catalogue(sms="workaround")).fits[0].low == 1.0


def test_readiness_names_what_a_pilot_lacks(make, sample):
    ready = Pilot(
        tool="T",
        mainline_tool="TL1",
        hypothesis="h",
        exit_criteria="e",
        merge_owner="P1",
        merge_by=date(2027, 1, 1),
        data_move_plan="d",
    )
    assert pilot_readiness(make(ready)).as_json() == {"T": {"count": 6, "of": 6, "missing": []}}
    assert pilot_readiness(sample).as_json()["TL6"]["count"] == 1


def test_the_sample_is_advised_to_configure_what_is_in_use(sample):
    told = platform_fit(sample, shipped()).more()
    assert told["pilot"] == "TL6"
    assert told["advice"]["commcare"] == "configure"
    assert told["advice"]["surveycto"] == "verify"
    assert told["advice"]["kobotoolbox"] == "fails_a_must"
    assert "avni/scheduling" in told["older_than_18_months"]
    needed = {it.capability for it in sample.all(Pilot)[0].required_capabilities}
    assert {it.split("/")[1] for it in told["older_than_18_months"]} <= needed
