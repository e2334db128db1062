import io
from datetime import date

from cxo_desktop.render.pdf_canvas import About, TaggedCanvas
from cxo_desktop.render.pdf_tags import Element, TagTree


def test_marks_are_numbered_page_by_page():
    tree = TagTree()
    one, two = tree.root.add(Element("P")), tree.root.add(Element("P"))
    assert [tree.mark(one, 1), tree.mark(two, 1), tree.mark(one, 2)] == [0, 1, 0]
    assert one.kids == [(1, 0), (2, 0)]
    assert tree.has(2)
    assert not tree.has(3)


def test_the_tree_is_written_with_what_elements_say():
    held = io.BytesIO()
    canvas = TaggedCanvas(held, About("T", "A", "S", "en", date(2026, 1, 1)))
    row = canvas.tags.root.add(Element("Table")).add(Element("TR"))
    head = row.add(Element("TH", scope="Column"))
    figure = canvas.tags.root.add(Element("Figure", alt="Seven bars", language="hi"))
    for element in (head, figure):
        with canvas.tagged(element):
            canvas.rect(50, 50, 10, 10)
    canvas.save()
    written = held.getvalue()
    for words in (b"/Scope /Column", b"/Alt (Seven bars)", b"/Lang (hi)", b"/S /Table", b"/MCID 1"):
        assert words in written
