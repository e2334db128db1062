"""A share in a real object store on this machine."""

import httpx
import pytest

from tests.sync.remote import HOST, WHO, behaves, free_port, laptops_meet, served, unreachable

pytest.importorskip("obstore", reason="the extra “s3” is not installed")


@pytest.fixture(scope="module")
def place():
    port = free_port()
    with served("moto.server", "-H", HOST, "-p", str(port), port=port):
        httpx.put(f"http://{HOST}:{port}/team").raise_for_status()
        yield f"s3+http://{WHO}@{HOST}:{port}/team"


def test_files_are_kept_as_they_must(place):
    behaves(f"{place}/one")


def test_laptops_meet_there(place):
    laptops_meet(f"{place}/two")


def test_a_server_that_is_not_there_is_told():
    unreachable("s3+http")
