"""A workspace is made once, with a passphrase and a recovery key."""


def test_init_makes_a_workspace_and_gives_its_recovery_key_once(cxo, tmp_path):
    cxo.workspace = tmp_path / "fresh"
    made = cxo.json("init")
    assert len(made["recovery_key"].split("-")) == 8
    assert cxo.json("engagement", "list") == []
    assert "holds one already" in cxo("init", expect=3).stderr


def test_without_a_workspace_the_way_to_one_is_told(cxo, tmp_path):
    cxo.workspace = tmp_path / "nowhere"
    assert "cxo init" in cxo("engagement", "list", expect=4).stderr
    assert not cxo.workspace.exists()
