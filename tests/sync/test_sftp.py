"""A share on a real SFTP server on this machine."""

import os
import pwd
from pathlib import Path

import pytest

from cxo_desktop.sync import places
from cxo_desktop.sync.addresses import with_fingerprint
from cxo_desktop.sync.transport import ShareUnreachable
from tests.sync.daemons import USER, fingerprint, small_disk, sshd
from tests.sync.remote import HOST, behaves, full, laptops_meet, survives_a_cut, unreachable

pytest.importorskip("paramiko", reason="the extra “sftp” is not installed")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("ssh")


@pytest.fixture(scope="module")
def server(folder):
    with sshd(folder, folder / "home") as one:
        yield one


@pytest.fixture(autouse=True)
def home(folder, monkeypatch):
    monkeypatch.setenv("HOME", str(folder / "home"))
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)


@pytest.fixture
def address(server):
    """The server's address, whose key nobody has confirmed."""
    return f"sftp://{USER}@{HOST}:{server.port}{server.root}"


@pytest.fixture
def place(address, folder):
    return with_fingerprint(address, fingerprint(folder / "host"))


def test_files_are_kept_as_they_must(place, server):
    (server.root / "one").mkdir()
    behaves(f"{place}/one")
    assert not list((server.root / "one").rglob(".*"))


def test_laptops_meet_there(place, server):
    (server.root / "two").mkdir()
    laptops_meet(f"{place}/two")


def test_a_server_that_is_not_there_is_told():
    unreachable("sftp")


# The thread in which the library reads ahead dies of the cut by itself, now and then to be seen.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_connection_that_breaks_leaves_nothing_half(place, server):
    survives_a_cut(place, server.port)


def test_a_full_disk_is_told(place, server):
    with small_disk(server.root / "small"):
        full(f"{place}/small")


def test_what_is_wrong_is_told_in_words(place):
    with pytest.raises(ShareUnreachable, match="three” on"):
        places.open_place(f"{place}/three")
    root = place.rpartition("@")[0] + "@" + place.rpartition("@")[2].partition("/")[0]
    with pytest.raises(ShareUnreachable, match="does not allow"):
        places.new_space(f"{root}/sys/kernel", "ab" * 8).put_new("1", b"one")


def test_the_own_folder_is_a_place(server, place):
    """Below ``~``, which is where the server puts this user, not where this laptop does."""
    own = place.replace(str(server.root), "/~/")
    theirs = {path.name for path in Path(pwd.getpwuid(os.getuid()).pw_dir).iterdir()}
    assert {one.name for one in places.open_place(own).files("")} <= theirs
