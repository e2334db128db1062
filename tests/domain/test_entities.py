from __future__ import annotations

import importlib
import json
import pkgutil
from dataclasses import fields

import cxo_desktop.domain
from cxo_desktop import assets
from cxo_desktop.domain.engagement import Settings
from cxo_desktop.domain.entities import BY_CLASS, BY_TABLE, ENTITIES
from cxo_desktop.domain.findings import ProcessGate
from cxo_desktop.domain.people import PersonName
from cxo_desktop.domain.records import Record
from cxo_desktop.domain.tools import RequiredCapability

PARTS = {Settings, ProcessGate, RequiredCapability}


def record_classes() -> list[type[Record]]:
    names = [module.name for module in pkgutil.iter_modules(cxo_desktop.domain.__path__)]
    modules = [importlib.import_module(f"cxo_desktop.domain.{name}") for name in names]
    found = {
        value
        for module in modules
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, Record)
    }
    return sorted(found - {Record}, key=lambda cls: cls.__name__)


def test_every_record_is_declared_once():
    declared = [entity.cls for entity in ENTITIES]
    assert len(declared) == len(set(declared)) == len(BY_CLASS) == len(BY_TABLE)
    assert set(record_classes()) == set(declared) | PARTS


def test_keys_and_prefixes_do_not_meet():
    keys = [entity.key for entity in ENTITIES if entity.key]
    prefixes = [entity.prefix for entity in ENTITIES]
    assert len(keys) == len(set(keys))
    assert len(prefixes) == len(set(prefixes))


def test_every_list_of_the_sample_has_an_entity():
    sample = json.loads((assets.resource("samples") / "nandini.json").read_text(encoding="utf-8"))
    beside = {"schema", "notice", "expected_indicators", "manual_methods", "data_team"}
    assert set(sample) - beside <= {entity.key for entity in ENTITIES}


def test_every_record_is_frozen_and_tells_what_a_file_said():
    for cls in record_classes():
        assert {"id", "code", "given", "extra"} <= {item.name for item in fields(cls)}
        assert cls.__dataclass_params__.frozen, cls
        assert hash(cls(given={"a": None})) == hash(cls())


def test_only_one_table_holds_names_of_people():
    personal = {"full_name", "aliases", "phone", "email", "surname", "first_name"}
    holders = [c for c in record_classes() if personal & {item.name for item in fields(c)}]
    assert holders == [PersonName]
