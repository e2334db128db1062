"""``cxo forget`` tells first and forgets when told to."""


def test_a_person_is_forgotten(sample_cxo):
    person = sample_cxo.json("note", "list")[0]["person"]
    told = sample_cxo.json("forget", person, "--dry-run")
    assert told["records"]["note"] > 0
    assert len(sample_cxo.json("note", "list")) == 78
    sample_cxo("forget", person, expect=130)
    assert sample_cxo.json("forget", person, "--yes")["forgotten"]
    assert len(sample_cxo.json("note", "list")) == 78 - told["records"]["note"]
    assert sample_cxo.json("check")["sound"]
    sample_cxo("forget", "P-nobody", "--yes", expect=4)
