"""From what a person calls a place to the share in it."""

import pytest

from cxo_desktop.sync import places
from cxo_desktop.sync.transport import ShareUnreachable

SPACE = "ab" * 8


def test_the_folder_of_a_space_stands_for_its_place():
    assert places.outside(f"/mnt/share/cxo-space-{SPACE}/") == "/mnt/share"
    assert places.outside("/mnt/share/") == "/mnt/share"


def test_a_place_that_is_not_mounted_is_told(tmp_path):
    with pytest.raises(ShareUnreachable):
        places.open_place(str(tmp_path / "stick"))
    with pytest.raises(ShareUnreachable):
        places.open_space(str(tmp_path), SPACE)


def test_a_space_that_is_there_opens(tmp_path):
    share = places.new_space(str(tmp_path), SPACE)
    share.put_new("space.json", b"{}")
    assert places.open_space(str(tmp_path), SPACE).get("space.json") == b"{}"
