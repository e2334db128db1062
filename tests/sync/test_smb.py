"""A share on a real SMB server on this machine."""

import pytest

from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.sync import places
from cxo_desktop.sync.transport import ShareUnreachable
from tests.sync.daemons import QUOTED, USER, small_disk, smbd
from tests.sync.remote import HOST, behaves, full, laptops_meet, survives_a_cut, unreachable

pytest.importorskip("smbclient", reason="the extra “smb” is not installed")


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with smbd(tmp_path_factory.mktemp("smb")) as one:
        yield one


@pytest.fixture(scope="module")
def place(server):
    for name in ("one", "two"):
        (server.root / name).mkdir()
    return f"smb://{USER}:{QUOTED}@{HOST}:{server.port}/team"


def test_files_are_kept_as_they_must(place, server):
    behaves(f"{place}/one")
    assert not list((server.root / "one").rglob(".*"))


def test_laptops_meet_there(place):
    laptops_meet(f"{place}/two")


def test_a_server_that_is_not_there_is_told():
    unreachable("smb")


# The handle went with the connection: there is nobody to close it for.
@pytest.mark.filterwarnings("ignore:unclosed SMB handle:ResourceWarning")
def test_a_connection_that_breaks_leaves_nothing_half(place, server):
    survives_a_cut(place, server.port)


def test_what_is_wrong_is_told_in_words(place):
    with pytest.raises(ShareUnreachable, match="did not accept the user or the password"):
        places.open_place(place.replace(QUOTED, "other"))
    with pytest.raises(ShareUnreachable, match="There is no “team/three”"):
        places.open_place(f"{place}/three")
    with pytest.raises(ShareUnreachable, match="There is no “tea”"):
        places.open_place(place.replace("/team", "/tea"))
    with pytest.raises(InputRefused, match="no share of it"):
        places.open_place(place.replace("/team", ""))
    with pytest.raises(ShareUnreachable, match="does not allow"):
        places.new_space(place.replace("/team", "/shown"), "ab" * 8).put_new("1", b"one")


def test_a_full_disk_is_told(place, server):
    with small_disk(server.root / "small"):
        full(f"{place}/small")
