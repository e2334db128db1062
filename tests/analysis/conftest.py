"""The sample engagement, and a short way to write small ones."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

import pytest

from cxo_desktop.assets import resource
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Engagement
from cxo_desktop.domain.records import Json, Record
from cxo_desktop.exchange.engagement_json import read_dossier

Make = Callable[..., Dossier]


@pytest.fixture(scope="session")
def sample_text() -> str:
    return resource("samples/nandini.json").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def sample(sample_text: str) -> Dossier:
    return read_dossier(sample_text).dossier


@pytest.fixture(scope="session")
def expected(sample_text: str) -> dict[str, Json]:
    return json.loads(sample_text)["expected_indicators"]


@pytest.fixture(scope="session")
def make() -> Make:
    def build(*records: Record, **engagement: object) -> Dossier:
        by_class: dict[type[Record], tuple[Record, ...]] = {}
        for record in records:
            by_class[type(record)] = (*by_class.get(type(record), ()), record)
        named = {"code": "E", "as_of": date(2026, 6, 30), **engagement}
        return Dossier(engagement=Engagement(**named), records=by_class)

    return build
