"""The main job from end to end."""

import json

import pytest

from cxo_desktop import assets
from cxo_desktop.app.demo import run_demo
from cxo_desktop.app.tasks import silent
from cxo_desktop.compose import open_services
from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.store.keys import KdfCost


def workspace_at(folder):
    return open_services(folder, "demo", KdfCost(1, 64, 1)).workspace


def test_the_demo_makes_all_it_says_and_can_be_made_again(tmp_path):
    for _ in range(2):
        made = run_demo(tmp_path, workspace_at, silent)
        assert made.brief.read_bytes().startswith(b"%PDF")
        assert [path.name for path in made.maps] == [
            f"{code}.svg" for code in ("chain", "S1", "S2", "PM1", "PM2", "PM3")
        ]
        sample = json.loads(assets.resource("samples/nandini.json").read_text(encoding="utf-8"))
        assert json.loads(made.indicators.read_text()) == sample["expected_indicators"]
    assert len(workspace_at(made.workspace).engagements()) == 1


def test_a_workspace_that_is_no_demo_is_left_alone(tmp_path):
    real = workspace_at(tmp_path / "workspace")
    real.create("Asha Trust").close()
    with pytest.raises(InputRefused, match="not from a demo"):
        run_demo(tmp_path, workspace_at, silent)
    assert [card.organisation for card in real.engagements()] == ["Asha Trust"]
