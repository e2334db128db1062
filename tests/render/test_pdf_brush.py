"""The brush paints words as words and shapes as vectors."""

import io

import pypdfium2
from reportlab.pdfgen.canvas import Canvas

from cxo_desktop.domain.processes import ProcessMap, Step
from cxo_desktop.render import lane_map, pdf_brush


def test_a_drawing_is_painted_at_its_place():
    drawing = lane_map.draw_process(
        ProcessMap(lanes=("नर्स",)),
        [Step(code="s", lane="नर्स", label="भेट देना")],
        [],
        tool_names={},
        evidence={},
        pains={},
    )
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(400, 300), invariant=1)
    pdf_brush.paint(canvas, drawing, 50, 60, 1)
    canvas.showPage()
    canvas.save()
    document = pypdfium2.PdfDocument(stream.getvalue())
    text = document[0].get_textpage().get_text_range()
    kinds = {obj.type for obj in document[0].get_objects()}
    document.close()
    assert "भेट देना" in text
    assert 2 in kinds
