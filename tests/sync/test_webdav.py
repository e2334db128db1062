"""A share on a real WebDAV server on this machine."""

import pytest

from cxo_desktop.sync import places
from cxo_desktop.sync.transport import ShareUnreachable
from tests.sync.daemons import small_disk, webdavd
from tests.sync.remote import (
    HOST,
    WHO,
    behaves,
    full,
    laptops_meet,
    survives_a_cut,
    unreachable,
)

pytest.importorskip("webdav4", reason="the extra “webdav” is not installed")


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    root = tmp_path_factory.mktemp("dav")
    for folder in ("one", "two"):
        (root / "my team" / folder).mkdir(parents=True)
    with webdavd(root) as one:
        yield one


@pytest.fixture
def place(server):
    return f"webdav+http://{WHO}@{HOST}:{server.port}/my%20team"


def test_files_are_kept_as_they_must(place, server):
    behaves(f"{place}/one")
    assert not list((server.root / "my team" / "one").rglob(".*"))


def test_laptops_meet_there(place):
    laptops_meet(f"{place}/two")


def test_a_server_that_is_not_there_is_told():
    unreachable("webdav+http")


def test_a_connection_that_breaks_leaves_nothing_half(place, server):
    survives_a_cut(place, server.port)


def test_a_full_disk_is_told(place, server):
    with small_disk(server.root / "small"):
        full(f"{place.rpartition('/')[0]}/small")


def test_what_is_wrong_is_told_in_words(place):
    with pytest.raises(ShareUnreachable, match="did not accept the user or the password"):
        places.open_place(place.replace(WHO, "key:other"))
    with pytest.raises(ShareUnreachable, match="There is no “my team/three”"):
        places.open_place(f"{place}/three")
