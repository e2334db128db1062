"""Words of an XML document are rewritten everywhere, and its references hold."""

from cxo_desktop.exchange.xml_tree import parse
from cxo_desktop.exchange.xml_words import rewritten


def test_words_ids_and_names_become_others_and_references_hold():
    source = (
        '<a xmlns:p="urn:p"><b id="p-Meera" t="by Meera"/><c ref="x:p-Meera">p-Meera</c>'
        "<p:Meera>x</p:Meera>&lt;Meera&gt;<d id='kept'/></a>"
    )
    text, changed = rewritten(source, lambda word: word.replace("Meera", "analyst"))
    root = parse("", text.encode())
    first, second, last = root.elements()
    assert first.attributes == {"id": "part-1", "t": "by analyst"}
    assert (second.attributes["ref"], second.text()) == ("x:part-1", "part-1")
    assert last.attributes == {"id": "kept"}
    assert root.text() == "<analyst>"
    assert changed == 3


def test_clean_documents_stay_as_they_are():
    source = "<?xml version='1.0'?><a b='c&#10;d'>e<f/> g</a>"
    assert rewritten(source, str)[0] == rewritten(rewritten(source, str)[0], str)[0]
    assert rewritten(source, str)[1] == 0
