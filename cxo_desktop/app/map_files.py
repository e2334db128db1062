"""Maps as files: drawn as SVG, PNG or PDF, or as data that other tools read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from cxo_desktop.domain.drawing import Drawing
from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.i18n import _
from cxo_desktop.store.files import write_whole


def write_map(drawing: Drawing, path: Path) -> None:
    """Write a drawing as SVG, PNG or PDF, by the file's ending. Raises InputRefused for others."""
    from cxo_desktop.render.pdf_map import to_pdf
    from cxo_desktop.render.png import to_png
    from cxo_desktop.render.svg import to_svg

    writers: Mapping[str, Callable[[Drawing], bytes]] = {
        ".svg": lambda drawn: to_svg(drawn).encode(),
        ".png": to_png,
        ".pdf": to_pdf,
    }
    writer = writers.get(path.suffix.lower())
    if writer is None:
        raise InputRefused(
            _("The map was not written."),
            _("{name} does not end in {endings}.").format(
                name=path.name, endings=", ".join(writers)
            ),
            _("Give the file one of these endings."),
        )
    write_whole(path, writer(drawing))
