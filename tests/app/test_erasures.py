"""An erasure is confirmed by the laptops that took it in, and by no other."""

import pytest

from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.app.erasures import erasures
from cxo_desktop.app.events import Events
from cxo_desktop.store.database import write
from cxo_desktop.store.rows import FORGET
from tests.sync.laptops import settle, together


@pytest.fixture
def three(tmp_path):
    laptops = together(tmp_path, "Asha", "Ravi", "Meena")
    yield laptops
    for one in laptops:
        one.store.close()


def test_who_has_not_exchanged_since_is_waited_for(three):
    asha, ravi, meena = three
    note = asha.note("Sunita said so")
    settle(*three)
    engagement = OpenEngagement(asha.store, Events())
    with write(asha.store.db), asha.store.rows.operation(FORGET):
        asha.store.rows.forget("note", note.id, None)
    assert erasures(engagement) == ()
    asha.sync()
    ravi.sync()
    asha.sync()
    [erasure] = erasures(engagement)
    assert (erasure.by, erasure.confirmed, erasure.waiting) == (
        "Asha",
        ("Asha", "Ravi"),
        ("Meena",),
    )
    settle(*three)
    assert erasures(engagement)[0].waiting == ()
    assert meena.texts() == []
