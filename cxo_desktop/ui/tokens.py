"""The colours of the window by role, light and dark; all pairs in use pass WCAG 2.2 AA."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Mode(StrEnum):
    """The two looks of the window."""

    LIGHT = "light"
    DARK = "dark"


Tokens = dict[str, str]

LIGHT: Final[Tokens] = {
    "bg": "#F5F6F8",
    "surface": "#FFFFFF",
    "surface2": "#EEF1F4",
    "rail": "#EAEDF1",
    "border": "#DCE1E7",
    "borderStrong": "#858F9D",
    "text": "#18212B",
    "text2": "#465261",
    "text3": "#5F6B7A",
    "accent": "#0B6B6B",
    "accentHover": "#095A5A",
    "onAccent": "#FFFFFF",
    "accentSoft": "#DDF0EE",
    "sel": "#CDE8E5",
    "ok": "#067647",
    "warn": "#8A4B08",
    "bad": "#B42318",
    "okSoft": "#DCF5E7",
    "warnSoft": "#FDF0D0",
    "badSoft": "#FDE4E1",
    "infoSoft": "#E3EDFB",
    "quote": "#4338CA",
    "pain": "#B42318",
    "tool": "#175CD3",
    "person": "#7A2E9D",
    "flow": "#0E7090",
    "cost": "#8A4B08",
    "action": "#05603A",
}

DARK: Final[Tokens] = {
    "bg": "#12161C",
    "surface": "#1A2029",
    "surface2": "#232B36",
    "rail": "#161B23",
    "border": "#303A47",
    "borderStrong": "#748195",
    "text": "#E7ECF2",
    "text2": "#B7C1CE",
    "text3": "#95A1B1",
    "accent": "#5CC4B8",
    "accentHover": "#78D2C8",
    "onAccent": "#08201E",
    "accentSoft": "#173C3A",
    "sel": "#1F4A47",
    "ok": "#6FD6A3",
    "warn": "#F2B65A",
    "bad": "#FF9A8F",
    "okSoft": "#14382A",
    "warnSoft": "#3D2F12",
    "badSoft": "#43201D",
    "infoSoft": "#1A2F4D",
    "quote": "#A5A3FF",
    "pain": "#FF9A8F",
    "tool": "#8DB9FF",
    "person": "#D9A6F0",
    "flow": "#6CCBE0",
    "cost": "#F2B65A",
    "action": "#6FD6A3",
}

TOKENS: Final[dict[Mode, Tokens]] = {Mode.LIGHT: LIGHT, Mode.DARK: DARK}
SOFT_OF: Final[dict[str, str]] = {
    "ok": "okSoft",
    "warn": "warnSoft",
    "bad": "badSoft",
    "pain": "badSoft",
    "accent": "accentSoft",
    "tool": "infoSoft",
    "action": "okSoft",
    "cost": "warnSoft",
}
"""The ground on which a word in this ink stands; ``surface2`` for every other ink."""
