"""Where the passphrase comes from."""


def test_from_a_file(cxo, tmp_path):
    file = tmp_path / "secret"
    file.write_text("correct horse\nsecond line\n", encoding="utf-8")
    del cxo.environment["CXO_PASSPHRASE"]
    assert cxo("--passphrase-file", file, "engagement", "list").stdout == ""
    assert (
        "cannot be read"
        in cxo("--passphrase-file", tmp_path / "none", "engagement", "list", expect=3).stderr
    )


def test_with_nobody_to_ask_it_is_locked(cxo):
    del cxo.environment["CXO_PASSPHRASE"]
    assert "--passphrase-file" in cxo("engagement", "list", expect=5).stderr
