"""``cxo check`` ends with 0 for what is whole and 7 for what is not."""


def test_a_check_ends_with_what_it_found(sample_cxo):
    assert sample_cxo.json("check")["sound"]
    folder = next((sample_cxo.workspace / "engagements").iterdir())
    file = next(folder.glob("engagement.d*"))
    content = bytearray(file.read_bytes())
    content[-100] ^= 1
    file.write_bytes(content)
    damaged = sample_cxo("check", expect=7)
    assert "Readable: " in damaged.stdout
