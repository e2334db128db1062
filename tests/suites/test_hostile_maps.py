"""Files that mean harm: refused in words or taken within bounds, and nothing half written."""

import resource

import pytest

from cxo_desktop.app.map_import import import_maps
from cxo_desktop.app.maps import draw_map
from cxo_desktop.compose import open_services
from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.domain.processes import ProcessMap
from cxo_desktop.store.keys import KdfCost

SPACE = "http://www.omg.org/spec/BPMN/20100524/MODEL"


def bpmn(inside):
    return f"<definitions xmlns='{SPACE}'><process id='p'>{inside}</process></definitions>"


LAUGHS = "<!DOCTYPE a [<!ENTITY a 'lol'>" + "".join(
    f"<!ENTITY {chr(98 + k)} '{('&' + chr(97 + k) + ';') * 10}'>" for k in range(9)
)
REFUSED = {
    "laughs.bpmn": LAUGHS + "]><a>&j;</a>",
    "reads.bpmn": '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>',
    "deep.bpmn": bpmn("<subProcess>" * 5000 + "</subProcess>" * 5000),
    "many.graphml": "<graphml><graph>" + "<node/>" * 300_001 + "</graph></graphml>",
    "cut.bpmn": bpmn("<task id='t'")[:-30],
    "empty.graphml": "",
    "zeros.dot": "\0" * 1000,
    "html.bpmn": "<html><script>alert(1)</script></html>",
    "open.dot": "digraph { a [label=<<b>x</b>",
    "clusters.dot": "digraph {" + "subgraph cluster_x {" * 9000 + "}" * 9001,
}
TAKEN = {
    "names.bpmn": bpmn("<task id='t' name='&lt;img src=x onerror=alert(1)&gt; &#x202E;txt'/>"),
    "loops.bpmn": bpmn("<task id='t'/>" + "<sequenceFlow sourceRef='t' targetRef='t'/>" * 300),
    "reads.dot": 'digraph { a [image="/etc/hostname", shapefile="/etc/hostname", label="Visit"] }',
    "long.bpmn": bpmn(f"<task id='t' name='{'x' * 200_000}'/>"),
    "same.graphml": "<graphml><graph>" + "<node id='n'/>" * 50 + "</graph></graphml>",
    "self.bpmn": bpmn(
        "<laneSet><lane id='l'><flowNodeRef>l</flowNodeRef></lane></laneSet><task id='l'/>"
    ),
}


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    cost = KdfCost(time=1, memory_kib=64, lanes=1)
    services = open_services(tmp_path_factory.mktemp("hostile") / "w", "x y z", cost)
    services.workspace.create("Test")
    opened = services.workspace.open()
    yield opened
    opened.close()


@pytest.mark.parametrize("name", REFUSED)
def test_what_means_harm_is_refused_and_nothing_is_written(opened, tmp_path, name):
    path = tmp_path / name
    path.write_bytes(REFUSED[name].encode())
    before = opened.dossier().all(ProcessMap)
    with pytest.raises(InputRefused) as refused:
        import_maps(opened, [path])
    assert name in refused.value.what
    assert opened.dossier().all(ProcessMap) == before


@pytest.mark.parametrize("name", TAKEN)
def test_what_only_looks_bad_is_taken_and_drawn(opened, tmp_path, name):
    path = tmp_path / name
    path.write_bytes(TAKEN[name].encode())
    (one,) = import_maps(opened, [path]).maps
    drawing = draw_map(opened.dossier(), one.code)
    assert drawing.boxes
    assert drawing.width < 20_000


def test_none_of_it_takes_much_memory():
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < 1_500_000
