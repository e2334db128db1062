"""The SVG of any map is well formed, says everything as text, and lets nothing out of it."""

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray
from PySide6.QtSvg import QSvgRenderer

from cxo_desktop.domain.datachain import DataNode
from cxo_desktop.domain.drawing import Orientation
from cxo_desktop.render import chain_map, svg
from cxo_desktop.render.palette import DARK, LIGHT

SVG = "{http://www.w3.org/2000/svg}"
TAGS = {"svg", "title", "desc", "rect", "path", "polygon", "text"}
VALUES = re.compile(
    r"[-+\d. MCZ,]*|#[0-9A-F]{6}|none|round|preserve|100%|img|title|desc|title desc"
    r"|[\d.]+pt|'Noto Sans', 'Noto Sans Devanagari', 'Inter', sans-serif"
)


def parsed(text: str) -> ET.Element:
    return ET.fromstring(text)  # noqa: S314 - our own output


def draw(chain, title="Data chain", **counts):
    return chain_map.draw_chain(
        chain.nodes,
        chain.flows,
        title=title,
        on_path=frozenset({"F01"}),
        hours={"F01": 30},
        tool_names=chain.tools,
        evidence=counts.get("evidence", {}),
        pains=counts.get("pains", {}),
        orientation=Orientation.TB,
        fit=(700, 600),
    )


@given(data=st.data())
def test_any_chain_is_well_formed_and_no_word_of_it_is_in_an_attribute(chains, data) -> None:
    drawing = draw(data.draw(chains), data.draw(st.text(max_size=40)), pains={"D1": 1})
    root = parsed(svg.to_svg(drawing))
    for element in root.iter():
        assert element.tag.removeprefix(SVG) in TAGS
        for value in element.attrib.values():
            assert VALUES.fullmatch(value), value
    texts = [element.text for element in root.iter(f"{SVG}text")]
    for box in drawing.boxes:
        for line in box.lines:
            assert line.text in texts or line.text.strip() in {text.strip() for text in texts}


def test_a_hostile_name_stays_a_name() -> None:
    name = '"><script>alert(1)</script><a href="javascript:x">&amp;'
    node = DataNode(code='D"1<', name=name)
    chain = type("Chain", (), {"nodes": (node,), "flows": (), "tools": {}})
    text = svg.to_svg(draw(chain, title=name))
    root = parsed(text)
    assert "<script" not in text
    assert "<a " not in text
    assert root.find(f"{SVG}title").text == name
    whole = "".join(element.text for element in root.iter(f"{SVG}text"))
    assert '"><script>alert(1)' in whole


def test_names_and_figures_can_be_found_and_copied(sample_chain) -> None:
    text = svg.to_svg(draw(sample_chain, evidence={"D05": 8}))
    texts = {element.text for element in parsed(text).iter(f"{SVG}text")}
    assert {"Supervisor Google Sheet", "8 notes", "weekly, typed again"} <= texts
    assert "Typed again (taken as broken)" in texts


def test_it_has_a_title_and_a_description_for_screen_readers(sample_chain) -> None:
    root = parsed(svg.to_svg(draw(sample_chain)))
    assert root.get("role") == "img"
    assert root.find(f"{SVG}title").text == "Data chain"
    assert "Home visit to Paper register." in root.find(f"{SVG}desc").text


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_qt_renders_it(qapp, sample_chain, palette) -> None:
    renderer = QSvgRenderer(QByteArray(svg.to_svg(draw(sample_chain), palette).encode()))
    assert renderer.isValid()
    drawing = draw(sample_chain)
    assert renderer.viewBoxF().width() == pytest.approx(drawing.width, abs=0.01)
    assert renderer.viewBoxF().height() > drawing.height
