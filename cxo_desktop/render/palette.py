"""What each role of colour looks like on light and on dark ground."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from cxo_desktop.domain.drawing import Ink

Palette = Mapping[Ink, str]

LIGHT: Palette = MappingProxyType(
    {
        Ink.TEXT: "#18212B",
        Ink.TEXT2: "#465261",
        Ink.TEXT3: "#5F6B7A",
        Ink.SURFACE: "#FFFFFF",
        Ink.SURFACE2: "#EEF1F4",
        Ink.BORDER: "#DCE1E7",
        Ink.BORDER_STRONG: "#858F9D",
        Ink.ACCENT: "#0B6B6B",
        Ink.ACCENT_SOFT: "#DDF0EE",
        Ink.ON_ACCENT: "#FFFFFF",
        Ink.OK: "#067647",
        Ink.OK_SOFT: "#DCF5E7",
        Ink.WARN: "#8A4B08",
        Ink.WARN_SOFT: "#FDF0D0",
        Ink.BAD: "#B42318",
        Ink.BAD_SOFT: "#FDE4E1",
        Ink.TOOL: "#175CD3",
        Ink.PERSON: "#7A2E9D",
        Ink.FLOW: "#0E7090",
    }
)
DARK: Palette = MappingProxyType(
    {
        Ink.TEXT: "#E7ECF2",
        Ink.TEXT2: "#B7C1CE",
        Ink.TEXT3: "#95A1B1",
        Ink.SURFACE: "#1A2029",
        Ink.SURFACE2: "#232B36",
        Ink.BORDER: "#303A47",
        Ink.BORDER_STRONG: "#748195",
        Ink.ACCENT: "#5CC4B8",
        Ink.ACCENT_SOFT: "#173C3A",
        Ink.ON_ACCENT: "#08201E",
        Ink.OK: "#6FD6A3",
        Ink.OK_SOFT: "#14382A",
        Ink.WARN: "#F2B65A",
        Ink.WARN_SOFT: "#3D2F12",
        Ink.BAD: "#FF9A8F",
        Ink.BAD_SOFT: "#43201D",
        Ink.TOOL: "#8DB9FF",
        Ink.PERSON: "#D9A6F0",
        Ink.FLOW: "#6CCBE0",
    }
)
