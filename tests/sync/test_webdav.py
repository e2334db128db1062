"""A share on a real WebDAV server on this machine."""

import json

import pytest

from cxo_desktop.sync import places
from cxo_desktop.sync.transport import ShareUnreachable
from tests.sync.daemons import small_disk
from tests.sync.remote import (
    HOST,
    WHO,
    behaves,
    free_port,
    full,
    laptops_meet,
    served,
    survives_a_cut,
    unreachable,
)

pytest.importorskip("webdav4", reason="the extra “webdav” is not installed")


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    return tmp_path_factory.mktemp("dav")


@pytest.fixture(scope="module")
def port(root):
    user, password = WHO.split(":")
    port = free_port()
    settings = {
        "host": HOST,
        "port": port,
        "server": "cheroot",
        "provider_mapping": {"/": str(root)},
        "http_authenticator": {"accept_basic": True, "default_to_digest": False},
        "simple_dc": {"user_mapping": {"*": {user: {"password": password}}}},
    }
    (root / "settings.json").write_text(json.dumps(settings))
    for folder in ("one", "two"):
        (root / "my team" / folder).mkdir(parents=True)
    with served("wsgidav.server.server_cli", f"--config={root / 'settings.json'}", port=port):
        yield port


@pytest.fixture
def place(port):
    return f"webdav+http://{WHO}@{HOST}:{port}/my%20team"


def test_files_are_kept_as_they_must(place, root):
    behaves(f"{place}/one")
    assert not list((root / "my team" / "one").rglob(".*"))


def test_laptops_meet_there(place):
    laptops_meet(f"{place}/two")


def test_a_server_that_is_not_there_is_told():
    unreachable("webdav+http")


def test_a_connection_that_breaks_leaves_nothing_half(place, port):
    survives_a_cut(place, port)


def test_a_full_disk_is_told(place, root):
    with small_disk(root / "small"):
        full(f"{place.rpartition('/')[0]}/small")


def test_what_is_wrong_is_told_in_words(place):
    with pytest.raises(ShareUnreachable, match="did not accept the user or the password"):
        places.open_place(place.replace(WHO, "key:other"))
    with pytest.raises(ShareUnreachable, match="There is no “my team/three”"):
        places.open_place(f"{place}/three")
