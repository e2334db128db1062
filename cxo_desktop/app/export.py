"""Give out a whole engagement in the exchange format."""

from __future__ import annotations

from pathlib import Path

from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.exchange import engagement_json
from cxo_desktop.store.files import write_whole


def export_engagement(dossier: Dossier, path: Path, *, with_names: bool = False) -> None:
    """Write the engagement to ``path``. Raises InputRefused when it cannot be written."""
    document = engagement_json.write_dossier(dossier, with_names=with_names)
    write_whole(path, engagement_json.to_text(document).encode())
