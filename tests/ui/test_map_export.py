"""A map is written from the window without names, and what stays here is said."""

from dataclasses import replace

from cxo_desktop.app.map_files import PLAIN
from cxo_desktop.domain.datachain import DataNode
from cxo_desktop.domain.people import PersonName
from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.map_export import write_to


def test_a_map_is_written_without_names_and_what_stays_is_said(qtbot, sample, tmp_path):
    desk = Desk(sample)
    desk.open_wanted()
    desk.engagement.add(PersonName(person="P01", full_name="Meera Kulkarni"))
    node = desk.engagement.get(DataNode, "D03")
    desk.engagement.put(replace(node, name="Sheet of Meera"))
    with qtbot.waitSignal(desk.said) as said:
        write_to(desk, "chain", PLAIN, tmp_path / "map.svg")
    assert "In 1 text a person became a role" in said.args[0]
    words = (tmp_path / "map.svg").read_text(encoding="utf-8")
    assert "Meera" not in words
    assert "Executive" in words
    desk.close()
