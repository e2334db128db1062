"""A share on a real WebDAV server on this machine."""

import pytest

from tests.sync.remote import HOST, behaves, free_port, laptops_meet, served, unreachable

pytest.importorskip("webdav4", reason="the extra “webdav” is not installed")


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    root, port = tmp_path_factory.mktemp("dav"), free_port()
    for folder in ("one", "two"):
        (root / "team" / folder).mkdir(parents=True)
    command = ["wsgidav.server.server_cli", f"--host={HOST}", f"--port={port}", f"--root={root}"]
    with served(*command, "--auth=anonymous", "--server=cheroot", port=port):
        yield f"webdav+http://{HOST}:{port}/team"


def test_files_are_kept_as_they_must(place):
    behaves(f"{place}/one")


def test_laptops_meet_there(place):
    laptops_meet(f"{place}/two")


def test_a_server_that_is_not_there_is_told():
    unreachable("webdav+http")
