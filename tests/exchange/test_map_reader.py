"""A map of a stranger is read apart, and stopped with words when it takes too much."""

from pathlib import Path

import pytest

from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.exchange import bpmn_read
from cxo_desktop.exchange.map_child import encoded
from cxo_desktop.exchange.map_reader import Limits, read_apart

FILE = next(Path(__file__).with_name("bpmn_files").glob("14*.bpmn"))


def test_the_child_reads_what_we_would_have_read():
    found = read_apart("bpmn", FILE.name, FILE.read_bytes())
    assert encoded(found) == encoded(bpmn_read.read(FILE.name, FILE.read_bytes()))
    with pytest.raises(InputRefused, match="document type"):
        read_apart("bpmn", "evil.bpmn", b'<!DOCTYPE a SYSTEM "x"><a/>')


@pytest.mark.parametrize("limits", [Limits(memory=1 << 26), Limits(seconds=0)])
def test_what_takes_too_much_is_stopped_in_words(limits):
    content = b"<a>" + b"<b c='d'/>" * 200_000 + b"</a>"
    with pytest.raises(InputRefused, match=r"big\.bpmn.*stopped"):
        read_apart("bpmn", "big.bpmn", content, limits)
