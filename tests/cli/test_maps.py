"""Maps from the command line."""


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
