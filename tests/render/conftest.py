"""Chains to draw: the sample's, and any that hypothesis can think of."""

from __future__ import annotations

import json
from typing import NamedTuple

import pytest
from hypothesis import strategies as st

from cxo_desktop import assets
from cxo_desktop.domain.datachain import DataFlow, DataNode
from cxo_desktop.domain.enums import FlowMethod, FlowState, Frequency, NodeKind
from cxo_desktop.domain.plain import from_plain

HOSTILE = (
    '"><script>alert(1)</script>',
    "x' onload='alert(1)",
    "]]> <!-- & &amp; &#0; --",
    "\x00\x1b\ud800\ufffe\u202etxt",
    "मासिक समीक्षा बैठक क्षेत्रीय कार्यकर्ता",
    "n1->n2; { [label=<b>] }",
    "<img src=/etc/passwd>",
    "\\N \\G %s {name} ${x}",
    " ",
    "x" * 3000,
)


class Chain(NamedTuple):
    """Rows of a chain and the words for their tools."""

    nodes: tuple[DataNode, ...]
    flows: tuple[DataFlow, ...]
    tools: dict[str, str]


@pytest.fixture(scope="session")
def sample_chain() -> Chain:
    """The chain of the sample engagement."""
    rows = json.loads(assets.resource("samples/nandini.json").read_text(encoding="utf-8"))
    return Chain(
        tuple(from_plain(DataNode, row) for row in rows["data_nodes"]),
        tuple(from_plain(DataFlow, row) for row in rows["data_flows"]),
        {tool["id"]: tool["name"] for tool in rows["tools"]},
    )


def any_chain(boxes: int = 12, flows: int = 24) -> st.SearchStrategy[Chain]:
    """Chains with cycles, several flows between two nodes, loops and dangling ends."""
    codes = [f"D{number}" for number in range(boxes)]
    names = st.sampled_from(HOSTILE) | st.text(max_size=60)
    node = st.builds(
        DataNode,
        code=st.sampled_from(codes),
        name=names,
        kind=st.none() | st.sampled_from(NodeKind),
        tool=st.none() | st.just("T"),
    )
    flow = st.builds(
        DataFlow,
        code=st.integers(1, 99).map(lambda number: f"F{number}"),
        source=st.sampled_from(codes),
        target=st.sampled_from(codes),
        method=st.none() | st.sampled_from(FlowMethod),
        frequency=st.none() | st.sampled_from(Frequency),
        state=st.none() | st.sampled_from(FlowState),
        manual=st.none() | st.booleans(),
    )
    return st.builds(
        Chain,
        st.lists(node, max_size=boxes, unique_by=lambda row: row.code).map(tuple),
        st.lists(flow, max_size=flows, unique_by=lambda row: row.code).map(tuple),
        st.fixed_dictionaries({"T": names}),
    )


@pytest.fixture(scope="session")
def chains() -> st.SearchStrategy[Chain]:
    """The strategy for any chain, small enough to lay out many times."""
    return any_chain()
