"""Maps from the command line."""

from pathlib import Path


def test_maps_are_listed_and_drawn(sample_cxo, tmp_path):
    assert [card["id"] for card in sample_cxo.json("map", "list")] == [
        "chain",
        "S1",
        "S2",
        "PM1",
        "PM2",
        "PM3",
    ]
    drawn = sample_cxo.json("map", "render", "chain", "-o", tmp_path / "chain.svg")
    assert drawn["engine"]
    assert "Home visit" in (tmp_path / "chain.svg").read_text(encoding="utf-8")


def test_another_ending_or_name_is_refused(sample_cxo, tmp_path):
    sample_cxo("map", "render", "chain", "-o", tmp_path / "chain.doc", expect=3)
    sample_cxo("map", "render", "S9", "-o", tmp_path / "s9.svg", expect=4)
    assert list(tmp_path.glob("*.*")) == []


def test_maps_come_in_with_their_losses_and_go_out_again(cxo, tmp_path):
    cxo("engagement", "new", "Test")
    files = Path(__file__).parents[1] / "exchange" / "bpmn_files"
    found = cxo.json("map", "import", files / "23-vendor-extensions.bpmn")
    assert [one["name"] for one in found["maps"]] == ["Home visit"]
    assert any("camunda" in loss["element"] for loss in found["losses"])
    cxo("map", "render", found["maps"][0]["id"], "-o", tmp_path / "out.bpmn")
    assert "camunda:formField" in (tmp_path / "out.bpmn").read_text(encoding="utf-8")
    cxo("map", "import", tmp_path / "none.bpmn", expect=3)


def test_maps_are_checked_compared_and_drawn_against_each_other(sample_cxo, tmp_path):
    advice = sample_cxo.json("map", "check", "PM1")
    assert advice
    assert {"rule", "codes", "what", "remedy"} == set(advice[0])
    found = sample_cxo.json("map", "compare", "PM2", "PM3")
    assert found["removed"]
    steps = found["figures"]["steps"]
    assert steps["change"] == steps["second"] - steps["first"] < 0
    chain = sample_cxo.json("map", "compare", "chain", "S2")
    assert chain["figures"]["typical_days"]["second"] < 3
    drawn = sample_cxo.json(
        "map", "render", "S2", "--compare", "chain", "-o", tmp_path / "both.svg"
    )
    assert any("Removed" in remark for remark in drawn["remarks"])
    assert "Moved or changed" in (tmp_path / "both.svg").read_text(encoding="utf-8")
    sample_cxo("map", "compare", "chain", "PM1", expect=3)


def test_a_map_begins_from_a_starter(cxo, tmp_path):
    cxo("engagement", "new", "Test")
    known = [one["id"] for one in cxo.json("map", "new")]
    assert "visit-to-report" in known
    code = cxo.json("map", "new", "visit-to-report", "--name", "Ours")["id"]
    assert {"id": code, "name": "Ours"} in cxo.json("map", "list")
    cxo("map", "new", "no-such", expect=4)
