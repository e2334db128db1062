"""A PNG is as large as the map and shows it."""

import io

from PIL import Image

from cxo_desktop.domain.processes import ProcessMap, Step
from cxo_desktop.render import lane_map
from cxo_desktop.render.png import to_png


def test_a_picture_has_the_colours_of_the_map():
    drawing = lane_map.draw_process(
        ProcessMap(lanes=("A",)),
        [Step(code="s1", label="Begin", kind="start", lane="A")],
        [],
        tool_names={},
        evidence={},
        pains={},
    )
    picture = Image.open(io.BytesIO(to_png(drawing)))
    assert picture.format == "PNG"
    assert abs(picture.width - 2 * drawing.width) <= 2
    assert picture.height >= 2 * drawing.height
    assert len(picture.convert("RGB").getcolors(1 << 20)) > 3
