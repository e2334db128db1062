"""Starters are rows under the names of the exchange format; damage is told."""

import pytest

from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.exchange.starter_files import read_starter

HEAD = 'name = "N"\nabout = "A"\n'


def test_a_process_and_a_chain_are_read():
    process = read_starter(
        "p",
        HEAD + 'kind="process"\nlanes=["L"]\nsteps=[{id="s",lane="L",label="Go"}]\ntransitions=[]',
    )
    assert process.process.steps[0].label == "Go"
    chain = read_starter("c", HEAD + 'kind="chain"\nnodes=[{id="n",name="X"}]\nflows=[]')
    assert (chain.process, chain.nodes[0].name) == (None, "X")


def test_a_value_that_cannot_be_is_refused():
    with pytest.raises(InputRefused):
        read_starter("c", HEAD + 'kind="chain"\nnodes=[{id="n",kind="moon"}]\nflows=[]')
