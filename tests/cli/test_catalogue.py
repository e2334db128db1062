"""The platform catalogue from the command line."""


def test_a_cell_is_corrected_for_this_engagement_and_taken_back(sample_cxo):
    shown = sample_cxo.json("catalogue", "show", "avni")
    assert len(shown) == 16
    sample_cxo("catalogue", "set", "avni", "scheduling", "none", "--source", "tried")
    cells = {it["capability"]: it for it in sample_cxo.json("catalogue", "show", "avni")}
    assert cells["scheduling"]["basis"] == "engagement"
    assert not cells["scheduling"]["old"]
    failed = sample_cxo.json("indicators", "--only", "platform_fit")["platform_fit"]["avni"]
    assert failed["must_failed"] == ["scheduling"]
    assert sample_cxo.json("catalogue", "reset", "avni", "scheduling") == {"reset": True}
    assert sample_cxo.json("catalogue", "show", "avni") == shown


def test_what_is_not_there_is_refused(sample_cxo):
    assert len(sample_cxo.json("catalogue", "list")) == 19
    sample_cxo("catalogue", "show", "lotus", expect=4)
    sample_cxo("catalogue", "set", "avni", "flying", "native", expect=3)
    sample_cxo("catalogue", "set", "avni", "scheduling", "great", expect=2)
