"""On battery only when a battery runs down and nothing is plugged in."""

from cxo_desktop.store.power import on_battery


def supply(folder, name, **words):
    (folder / name).mkdir()
    for key, word in words.items():
        (folder / name / key).write_text(f"{word}\n")


def test_a_battery_that_runs_down(tmp_path):
    assert not on_battery(tmp_path / "none")
    supply(tmp_path, "AC", type="Mains", online="1")
    supply(tmp_path, "BAT0", type="Battery", status="Charging")
    assert not on_battery(tmp_path)
    (tmp_path / "AC" / "online").write_text("0\n")
    assert not on_battery(tmp_path)
    (tmp_path / "BAT0" / "status").write_text("Discharging\n")
    assert on_battery(tmp_path)
    (tmp_path / "AC" / "online").write_text("1\n")
    assert not on_battery(tmp_path)
