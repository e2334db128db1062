"""CxO Desktop: the field notebook of a fractional CxO."""

from __future__ import annotations

__version__ = "0.1.0"
