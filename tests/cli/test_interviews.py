"""Starting an interview from the command line."""


def test_somebody_must_be_named(cxo):
    cxo("engagement", "new", "Asha Trust")
    assert "Nobody is named" in cxo("interview", "start", expect=3).stderr


def test_a_known_person_is_named_by_code(sample_cxo):
    started = sample_cxo.json("interview", "start", "--person", "P04", "--language", "hi")
    assert started["participants"] == ["P04"]
    consents = [
        one
        for one in sample_cxo.json("records", "consent", "list")
        if one["interview"] == started["interview"]
    ]
    assert [one["state"] for one in consents] == ["not_asked"]
