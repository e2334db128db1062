"""Patterns over the engagements of a workspace."""

import json
from datetime import date

from cxo_desktop.app.patterns import patterns
from cxo_desktop.assets import resource

TODAY = date(2026, 11, 24)


def real(folder, code):
    """The sample as if it were a real engagement under another name."""
    plain = json.loads(resource("samples/nandini.json").read_text(encoding="utf-8"))
    plain["engagement"] |= {"id": code, "organisation": f"Secret {code}", "fictional": False}
    path = folder / f"{code}.json"
    path.write_text(json.dumps(plain), encoding="utf-8")
    return path


def test_three_engagements_are_counted_and_none_is_named(workspace, tmp_path):
    for code in ("Q1", "Q2", "Q3"):
        workspace.import_file(real(tmp_path, code))
    told = patterns(workspace, TODAY)
    assert told["engagements"] == 3
    assert not told["too_early"]
    assert told["patterns"]["free_tools_that_cost_staff_time"] == {"seen": 3, "of": 3}
    assert told["needs"]["data_chain"] == {"seen": 3, "of": 3}
    assert "Secret" not in json.dumps(told)


def test_the_fictional_sample_is_no_experience_and_an_archived_one_is(workspace, tmp_path):
    workspace.import_file(resource("samples/nandini.json"))
    card = workspace.import_file(real(tmp_path, "Q1")).card
    workspace.folders.archive(card.folder, archived=True)
    told = patterns(workspace, TODAY)
    assert (told["engagements"], told["patterns"], told["too_early"]) == (1, {}, True)
