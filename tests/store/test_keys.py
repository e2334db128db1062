"""Only the passphrase or the printed key opens a workspace; damage is told as damage."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.domain.errors import Damaged, Locked
from cxo_desktop.store import keys

CHEAP = keys.KdfCost(time=1, memory_kib=64, lanes=1)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "workspace.key"


def test_the_passphrase_opens_and_another_does_not(path):
    made = keys.create(path, "सही घोड़ा", CHEAP)
    assert keys.unlock(path, "सही घोड़ा") == made.key
    with pytest.raises(Locked, match="wrong"):
        keys.unlock(path, "सही घोड़ा ")


def test_the_same_letters_typed_another_way_open_too(path):
    made = keys.create(path, "Zürich ज़", CHEAP)
    assert keys.unlock(path, "Zu\u0308rich ज\u093c") == made.key


def test_two_workspaces_have_nothing_in_common(tmp_path):
    first = keys.create(tmp_path / "a", "same", CHEAP)
    second = keys.create(tmp_path / "b", "same", CHEAP)
    assert first.key != second.key
    assert first.recovery != second.recovery


def test_the_printed_key_opens_however_it_is_typed(path):
    made = keys.create(path, "forgotten", CHEAP)
    typed = made.recovery.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert keys.unlock_by_recovery(path, typed) == made.key
    other = ("2" if made.recovery[0] != "2" else "3") + made.recovery[1:]
    with pytest.raises(Locked, match="not its recovery key"):
        keys.unlock_by_recovery(path, other)


def test_a_new_passphrase_keeps_key_and_printed_key(path):
    made = keys.create(path, "old", CHEAP)
    keys.change_passphrase(path, made.key, "new", CHEAP)
    assert keys.unlock(path, "new") == made.key
    assert keys.unlock_by_recovery(path, made.recovery) == made.key
    with pytest.raises(Locked):
        keys.unlock(path, "old")


def test_neither_key_nor_passphrase_stands_in_the_file(path):
    made = keys.create(path, "battery staple", CHEAP)
    content = path.read_text()
    assert made.key.hex() not in content
    assert "battery" not in content
    assert made.recovery.replace("-", "") not in content.replace("-", "").upper()


def test_the_cost_is_read_from_the_file(path):
    keys.create(path, "x", CHEAP)
    slot = json.loads(path.read_text())["slots"]["passphrase"]
    assert (slot["time"], slot["memory_kib"], slot["lanes"]) == (1, 64, 1)


def test_every_changed_byte_is_told_as_damage_or_opens_nothing(path):
    made = keys.create(path, "x", CHEAP)
    whole = path.read_bytes()

    @given(st.integers(0, len(whole) - 1), st.integers(1, 255))
    def flipped(place, mask):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ mask]) + whole[place + 1 :])
        try:
            key = keys.unlock(path, "x")
        except Damaged:
            return
        assert key == made.key  # white space between the values, which says nothing

    flipped()


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"null", b"\xff", b'{"checksum": 1}'])
def test_what_is_no_key_file_is_told_as_damage(path, content):
    path.write_bytes(content)
    with pytest.raises(Damaged, match="not even tried"):
        keys.unlock(path, "x")


def test_a_missing_key_file_is_told_as_damage(path):
    with pytest.raises(Damaged, match="missing"):
        keys.unlock(path, "x")


def test_an_engagement_s_key_opens_by_its_own_workspace_only(tmp_path):
    mine, other = b"m" * 32, b"o" * 32
    made = keys.create_engagement_key(tmp_path / "e", mine)
    assert keys.engagement_key(tmp_path / "e", mine) == made
    with pytest.raises(Damaged):
        keys.engagement_key(tmp_path / "e", other)
