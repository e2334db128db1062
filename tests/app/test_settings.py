"""Settings come back as they were chosen, and a spoilt file never stops the window."""

import json

import pytest

from cxo_desktop.app.settings import Settings, SettingsFile
from cxo_desktop.domain.errors import InputRefused


def test_what_was_chosen_is_there_the_next_time(tmp_path):
    file = SettingsFile(tmp_path / "config" / "settings.json")
    assert file.now == Settings()
    file.change(look="dark", idle_minutes=10, recent=("palette", "undo"), splitters={"maps": "ab"})
    again = SettingsFile(file.path).now
    assert again == Settings(
        look="dark", idle_minutes=10, recent=("palette", "undo"), splitters={"maps": "ab"}
    )


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", '{"look": 3, "idle_minutes": "soon", "recent": [1]}', "\x00"]
)
def test_a_spoilt_file_is_as_if_nobody_had_chosen(tmp_path, text):
    path = tmp_path / "settings.json"
    path.write_text(text)
    assert SettingsFile(path).now == Settings()


@pytest.mark.parametrize("minutes", [0, -5, 1.5, True])
def test_the_lock_cannot_be_turned_off_by_a_strange_number(tmp_path, minutes):
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"idle_minutes": minutes, "look": "dark"}))
    assert SettingsFile(path).now == Settings(look="dark")


def test_a_key_of_another_version_is_left_alone(tmp_path):
    path = tmp_path / "settings.json"
    path.write_text('{"look": "light", "of_the_future": 1}')
    assert SettingsFile(path).now.look == "light"


def test_what_cannot_be_written_holds_until_the_window_closes(tmp_path):
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    file = SettingsFile(in_the_way / "settings.json")
    with pytest.raises(InputRefused):
        file.change(look="dark")
    assert file.now.look == "dark"
