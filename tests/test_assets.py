"""Files beside the package are found where they are, or missed at once by name."""

import pytest

from cxo_desktop import assets


@pytest.fixture
def elsewhere(tmp_path, monkeypatch):
    """A package at another place, as a wheel or a checkout would lay it."""
    package = tmp_path / "site" / "cxo_desktop"
    package.mkdir(parents=True)
    monkeypatch.setattr(assets, "_PACKAGE", package)
    assets.root.cache_clear()
    yield package
    assets.root.cache_clear()


def test_what_the_package_needs_is_there():
    for name in ("fonts/NotoSans_400Regular.ttf", "samples/nandini.json", "app/cxo-desktop.svg"):
        assert assets.resource(name).is_file()
    assert assets.diagram("README.md").is_file()


def test_the_packed_files_come_before_those_of_a_checkout(elsewhere):
    checkout = elsewhere.parent / "resources"
    checkout.mkdir()
    assert assets.root("resources") == checkout
    packed = elsewhere / "_data" / "resources"
    packed.mkdir(parents=True)
    assets.root.cache_clear()
    assert assets.root("resources") == packed


def test_a_missing_folder_is_named(elsewhere):
    with pytest.raises(FileNotFoundError, match="no 'resources' folder"):
        assets.resource("fonts")
