"""Whoever asks is admitted by the six words, and only so."""

import pytest

from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Engagement
from cxo_desktop.domain.errors import InputRefused, NotFound
from cxo_desktop.sync import joining
from cxo_desktop.sync.folder import Folder
from cxo_desktop.sync.members import learn
from cxo_desktop.sync.transport import ShareUnreachable, unreachable
from tests.sync.laptops import BLOBS, Laptop, together


@pytest.fixture
def asking(share):
    (asha,) = together(share, "Asha")
    ravi = Laptop("Ravi", share)
    words = ravi.ask()
    yield asha, ravi, words
    asha.store.close()
    ravi.store.close()


def test_both_sides_see_the_same_six_words(asking):
    asha, ravi, words = asking
    [request] = joining.requests(asha.local, asha.share, learn(asha.local, asha.share, {}))
    assert request.words == words == joining.own_words(ravi.local)
    assert len(words.split()) == 6
    assert request.name == "Ravi"


def test_before_admission_nothing_comes_in_and_nothing_goes_out(asking):
    asha, ravi, _words = asking
    asha.note("secret")
    asha.sync()
    done = ravi.sync()
    assert (done.admitted, done.came_in, done.sent) == (False, 0, 0)
    asha.admit()
    assert ravi.sync().came_in > 0


def test_a_member_is_not_asked_about_again(asking):
    asha, _ravi, words = asking
    asha.admit(words)
    assert joining.requests(asha.local, asha.share, asha.local.roster()) == []


def test_names_do_not_lie_on_the_share(asking, share):
    asha, _ravi, _words = asking
    asha.admit()
    for file in share.rglob("*"):
        assert file.is_dir() or not any(
            name in file.read_bytes() for name in (b"Asha", b"Ravi", b"Trust")
        )


def test_a_name_is_needed_and_kept_short():
    assert joining.checked_name("  Asha's   laptop ") == "Asha's laptop"
    assert len(joining.checked_name("x" * 500)) == 80
    with pytest.raises(InputRefused):
        joining.checked_name("  ")


def test_the_space_is_found_or_named(asking, share):
    asha, _ravi, _words = asking
    assert joining.the_space(str(share)) == asha.local.space
    assert joining.the_space(f"{share}/{asha.folder}/") == asha.local.space
    second = share / f"cxo-space-{'0' * 16}"
    second.mkdir()
    assert joining.the_space(str(share)) == asha.local.space
    (second / "space.json").write_bytes(b"{}")
    with pytest.raises(InputRefused):
        joining.the_space(str(share))


def test_a_place_without_a_space_is_told(tmp_path):
    with pytest.raises(NotFound):
        joining.the_space(str(tmp_path))


def test_a_space_whose_beginning_has_not_arrived_is_not_joined(asking, share):
    asha, _ravi, _words = asking
    for file in (share / asha.folder / "mem").iterdir():
        file.unlink()
    with pytest.raises(ShareUnreachable):
        Laptop("Meena", share).ask()
    assert Folder(share).folders("")


class Breaking(Folder):
    """A folder that is gone after a number of files."""

    left = 1

    def put_new(self, name, content):
        if not self.left:
            raise unreachable("It was pulled out.")
        self.left -= 1
        super().put_new(name, content)


def test_a_share_that_could_not_be_made_is_none(share):
    asha = Laptop("Asha", share)
    asha.records.fill(Dossier(engagement=Engagement(code="ENG-1", organisation="Asha Trust")))
    space = "ab" * 8
    with pytest.raises(ShareUnreachable, match="pulled out"):
        joining.found(asha.local, Breaking(share / f"cxo-space-{space}"), space, "Asha", BLOBS)
    assert not asha.local.is_shared
    asha.found()
    assert asha.local.is_shared
    assert joining.the_space(str(share)) == asha.local.space != space
    asha.store.close()
