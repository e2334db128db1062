"""A store in memory."""

import pytest

from cxo_desktop.domain.ids import IdFactory
from cxo_desktop.store.engagement_store import open_store


@pytest.fixture
def store():
    made = open_store(None, b"", device="laptop-1", ids=IdFactory())
    yield made
    made.close()


@pytest.fixture
def repository(store):
    return store.records
