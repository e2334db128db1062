"""A server is the one it was, or nothing is said to it."""

import pytest

from cxo_desktop.sync import ssh
from cxo_desktop.sync.addresses import parsed, with_fingerprint, with_password
from cxo_desktop.sync.outages import UnknownServer
from cxo_desktop.sync.transport import ShareUnreachable
from tests.sync.daemons import USER, fingerprint, new_key, sshd
from tests.sync.remote import HOST

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
    """A home with the key that the server knows."""
    monkeypatch.setenv("HOME", str(folder / "home"))
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)
    yield folder / "home"
    (folder / "home" / ".ssh" / "known_hosts").unlink(missing_ok=True)


@pytest.fixture
def place(server):
    return f"sftp://{USER}@{HOST}:{server.port}/files"


def connect(place):
    ssh.connected(parsed(place)).close()


def know(home, server, key):
    """Let the system know the server by a key."""
    line = f"[{HOST}]:{server.port} {key.with_suffix('.pub').read_text()}"
    (home / ".ssh" / "known_hosts").write_text(line)


def test_an_unknown_server_is_shown_as_the_system_shows_it(place, folder):
    with pytest.raises(UnknownServer) as told:
        connect(place)
    assert told.value.fingerprint == fingerprint(folder / "host")
    connect(with_fingerprint(place, told.value.fingerprint))


def test_another_key_than_the_confirmed_one_is_refused(place, folder, tmp_path):
    new_key(tmp_path / "other")
    with pytest.raises(ShareUnreachable, match="another key than before") as told:
        connect(with_fingerprint(place, fingerprint(tmp_path / "other")))
    assert fingerprint(folder / "host") in told.value.why


def test_a_server_that_the_system_knows_needs_no_question(place, home, server, folder):
    know(home, server, folder / "host")
    connect(place)


def test_another_key_than_the_system_knows_is_refused(place, home, server, tmp_path):
    new_key(tmp_path / "other")
    know(home, server, tmp_path / "other")
    with pytest.raises(ShareUnreachable, match="another key than before"):
        connect(place)


def test_a_wrong_password_or_no_key_is_told(place, folder, monkeypatch, tmp_path):
    known = with_fingerprint(place, fingerprint(folder / "host"))
    with pytest.raises(ShareUnreachable, match="did not accept the user or the password"):
        connect(with_password(known, "wrong"))
    monkeypatch.setenv("HOME", str(tmp_path))
    with pytest.raises(ShareUnreachable, match="neither the user nor a key of this laptop"):
        connect(known)
