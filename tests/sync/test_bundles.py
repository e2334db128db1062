"""A new laptop fetches a bundle instead of its segments, trusts nothing of it, loses nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.sync import bundles, intake
from cxo_desktop.sync.bundles import packed, unpacked
from cxo_desktop.sync.container import hash_of
from cxo_desktop.sync.names import is_bundle, segment
from cxo_desktop.sync.rounds import exchange
from tests.sync.laptops import Laptop, settle


class Counting:
    """A share that tells which files were fetched."""

    def __init__(self, share):
        self._share, self.got = share, []

    def __getattr__(self, name):
        return getattr(self._share, name)

    def get(self, name):
        self.got.append(name)
        return self._share.get(name)


@pytest.fixture
def bundled(two, monkeypatch):
    """Two laptops; of what the first wrote a bundle lies on the share."""
    monkeypatch.setattr(bundles, "WORTH", 5)
    monkeypatch.setattr(intake, "_FEW", 2)
    asha, ravi = two
    for number in range(6):
        asha.note(f"note {number}")
        asha.sync()
    settle(asha, ravi)
    assert bundle_of(asha) == []
    ravi.note("mine")
    settle(asha, ravi)
    return two


def bundle_of(laptop):
    folder = laptop.root / laptop.folder
    return [one for one in folder.glob("seg/*/*.pack") if is_bundle(one.name)]


def newcomer(share, member):
    third = Laptop("Meena", share)
    third.ask()
    member.admit()
    counting = Counting(third.share)
    exchange(third.local, counting)
    return third, [name for name in counting.got if name.startswith("seg/")]


def test_a_new_laptop_fetches_the_bundle_alone(bundled, share):
    asha, _ravi = bundled
    [bundle] = bundle_of(asha)
    third, got = newcomer(share, asha)
    own = [name for name in got if asha.local.device in name]
    assert own == [f"seg/{asha.local.device}/{bundle.name}"]
    assert third.texts() == asha.texts()
    settle(asha, third)
    assert third.state() == asha.state()
    assert third.local.state.quarantine() == ()
    third.store.close()


@pytest.mark.parametrize("damage", [b"", b"CXOB", None])
def test_a_damaged_bundle_costs_only_time(bundled, share, damage):
    asha, _ravi = bundled
    [bundle] = bundle_of(asha)
    content = bundle.read_bytes()
    half = len(content) // 2
    spoilt = content[:half] + bytes([content[half] ^ 1]) + content[half + 1 :]
    bundle.write_bytes(spoilt if damage is None else damage)
    third, _got = newcomer(share, asha)
    assert third.texts() == asha.texts()
    third.store.close()


def test_nothing_is_bundled_before_everybody_has_it(two, monkeypatch):
    monkeypatch.setattr(bundles, "WORTH", 5)
    asha, _ravi = two
    for number in range(9):
        asha.note(f"{number}")
        asha.sync()
    assert bundle_of(asha) == []


def test_a_bundle_with_erased_words_goes(bundled, share):
    asha, ravi = bundled
    [bundle] = bundle_of(asha)
    asha.note("another")
    row = asha.store.db.execute("SELECT id FROM note WHERE text = 'note 2'").fetchone()[0]
    with asha.store.records.operation("forget person"):
        asha.store.rows.forget("note", row, None)
    settle(asha, ravi)
    assert not bundle.exists()
    third, _got = newcomer(share, asha)
    assert third.texts() == asha.texts()
    assert "note 2" not in third.texts()
    third.store.close()


@given(st.lists(st.binary(max_size=30), max_size=4), st.data())
def test_what_comes_out_is_what_went_in(contents, data):
    files = [(segment("d" * 16, n, hash_of(one)), one) for n, one in enumerate(contents)]
    whole = packed(files)
    assert unpacked(whole) == dict(files)
    cut = data.draw(st.integers(0, len(whole)))
    junk = data.draw(st.binary(max_size=8))
    for name, content in unpacked(whole[:cut] + junk).items():
        assert dict(files)[name] == content
