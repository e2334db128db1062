"""The main job from end to end, on the fictional sample."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from cxo_desktop import assets
from cxo_desktop.app.briefs import write_brief
from cxo_desktop.app.indicators import indicators
from cxo_desktop.app.map_files import export_map
from cxo_desktop.app.maps import map_cards
from cxo_desktop.app.tasks import CancelToken, Progress
from cxo_desktop.app.workspace import Workspace
from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.i18n import _
from cxo_desktop.store.files import write_whole

SAMPLE = "samples/nandini.json"
_MARK = "made-by-cxo-demo"


@dataclass(frozen=True, slots=True)
class Demo:
    """Where everything lies that the demo made."""

    workspace: Path
    brief: Path
    maps: tuple[Path, ...]
    indicators: Path


def run_demo(out: Path, workspace_at: Callable[[Path], Workspace], progress: Progress) -> Demo:
    """Make a workspace under ``out`` with the sample in it, its maps, indicators and brief.

    ``workspace_at`` gives the workspace over a folder. What an earlier demo made there is
    replaced; a workspace that no demo made is refused with InputRefused.
    """
    progress(0.0, _("Importing the sample"))
    folder = _fresh_workspace(out)
    workspace = workspace_at(folder)
    workspace.import_file(assets.resource(SAMPLE))
    opened = workspace.open()
    try:
        dossier, today = opened.dossier(), opened.today()
    finally:
        opened.close()
    progress(0.2, _("Computing the indicators"))
    figures = out / "indicators.json"
    write_whole(figures, _as_json(indicators(dossier, today)))
    maps = []
    for card in map_cards(dossier):
        progress(0.4, _("Drawing {map}").format(map=card.name))
        path = out / "maps" / f"{card.code}.svg"
        export_map(dossier, card.code, path)
        maps.append(path)
    progress(0.7, _("Making the brief"))
    brief = out / "brief.pdf"
    write_brief(dossier, brief, on=today, language="en", token=CancelToken())
    progress(1.0, _("Done"))
    return Demo(folder, brief, tuple(maps), figures)


def _fresh_workspace(out: Path) -> Path:
    folder = out / "workspace"
    mark = folder / _MARK
    if folder.exists() and not mark.is_file():
        raise InputRefused(
            _("The demo was not made."),
            _("{folder} is there already and is not from a demo.").format(folder=folder),
            _("Name another folder with --out."),
        )
    try:
        if folder.exists():
            shutil.rmtree(folder)
        folder.mkdir(parents=True)
        mark.touch()
    except OSError as error:
        raise InputRefused(
            _("The demo was not made."),
            _("{folder} cannot be written: {reason}.").format(folder=out, reason=error.strerror),
            _("Name another folder with --out."),
        ) from error
    return folder


def _as_json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=2).encode() + b"\n"
