"""A folder that laptops share."""

import pytest

from tests.sync.laptops import together


@pytest.fixture
def share(tmp_path):
    made = tmp_path / "share"
    made.mkdir()
    return made


@pytest.fixture
def two(share):
    """Two laptops in one space, up to date."""
    laptops = together(share, "Asha", "Ravi")
    yield laptops
    for one in laptops:
        one.store.close()


@pytest.fixture
def three(share):
    """Three laptops in one space, up to date."""
    laptops = together(share, "Asha", "Ravi", "Meena")
    yield laptops
    for one in laptops:
        one.store.close()
