"""Engagements from the command line."""

import json

from cxo_desktop import assets

SAMPLE = assets.resource("samples/nandini.json")


def test_the_sample_goes_in_and_out_alike(cxo, tmp_path):
    done = cxo.json("engagement", "import", SAMPLE)
    assert done["code"] == "ENG-001"
    assert done["counts"]["notes"] == 78
    cxo("engagement", "export", "-o", tmp_path / "out.json")
    expected = json.loads(SAMPLE.read_text(encoding="utf-8"))
    del expected["notice"], expected["expected_indicators"]
    assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8")) == expected


def test_a_second_import_is_refused_unless_told_how(cxo):
    cxo("engagement", "import", SAMPLE)
    refused = cxo("engagement", "import", SAMPLE, expect=3)
    assert "--as-copy" in refused.stderr
    assert "--replace" in refused.stderr
    cxo("engagement", "import", SAMPLE, "--replace")
    assert len(cxo.json("engagement", "list")) == 1
    cxo("engagement", "import", SAMPLE, "--as-copy")
    assert len(cxo.json("engagement", "list")) == 2


def test_a_new_engagement_is_found_by_its_name(cxo):
    cxo("engagement", "new", "Asha Trust")
    cxo("engagement", "new", "Other")
    assert "Asha Trust" in cxo("--engagement", "asha trust", "engagement", "info").stdout
    assert "--engagement" in cxo("engagement", "info", expect=4).stderr


def test_info_counts_what_is_there(sample_cxo):
    assert sample_cxo.json("engagement", "info")["note"] == 78


def test_an_engagement_goes_to_the_bin_and_comes_back(cxo):
    code = cxo.json("engagement", "new", "Asha Trust")["code"]
    cxo("engagement", "rename", "Asha Foundation")
    cxo("engagement", "archive")
    assert cxo.json("engagement", "list") == []
    assert [card["code"] for card in cxo.json("engagement", "list", "--archived")] == [code]
    cxo("--engagement", code, "engagement", "archive", "--undo")
    cxo("engagement", "remove")
    assert [card["code"] for card in cxo.json("engagement", "list", "--removed")] == [code]
    cxo("engagement", "restore", code)
    assert cxo.json("engagement", "list")[0]["organisation"] == "Asha Foundation"
    cxo("engagement", "remove")
    assert cxo.json("engagement", "empty-bin", "--yes") == {"removed": 1}
    cxo("engagement", "restore", code, expect=4)


def test_what_names_something_that_is_gone_is_listed(sample_cxo):
    assert sample_cxo.json("engagement", "unfiled") == []
    sample_cxo("records", "tool", "remove", "TL5")
    found = sample_cxo.json("engagement", "unfiled")
    assert {"TL5"} == {one["missing"] for one in found}
    assert f"{found[0]['kind']} {found[0]['id']}" in sample_cxo("engagement", "unfiled").stdout
