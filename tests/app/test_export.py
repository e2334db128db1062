"""What came in goes out again, key for key."""

import json

from cxo_desktop import assets
from cxo_desktop.app.export import export_engagement
from cxo_desktop.domain.people import PersonName


def test_the_sample_goes_through_the_store_and_comes_out_alike(sample, tmp_path):
    export_engagement(sample.dossier(), tmp_path / "out.json")
    expected = json.loads(assets.resource("samples/nandini.json").read_text(encoding="utf-8"))
    del expected["notice"], expected["expected_indicators"]
    out = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert out == expected
    assert json.dumps(out["data_flows"][0]) == json.dumps(expected["data_flows"][0])


def test_names_stay_inside_unless_asked_for(sample, tmp_path):
    sample.add(PersonName(person="P01", full_name="Meera Kulkarni"))
    export_engagement(sample.dossier(), tmp_path / "without.json")
    export_engagement(sample.dossier(), tmp_path / "with.json", with_names=True)
    assert "Kulkarni" not in (tmp_path / "without.json").read_text(encoding="utf-8")
    assert "Kulkarni" in (tmp_path / "with.json").read_text(encoding="utf-8")
