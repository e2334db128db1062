"""Start of the bundle: called ``cxo`` it is the command line, by any other name the window."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def give_children_their_libraries() -> None:
    """Undo for child processes what the bundle changed, or a system ``dot`` loads our libraries."""
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if before is not None:
        os.environ["LD_LIBRARY_PATH"] = before
    else:
        os.environ.pop("LD_LIBRARY_PATH", None)


def main() -> int:
    """Run what the name of the program asks for; return its exit code."""
    give_children_their_libraries()
    if sys.argv[1:2] == ["--read-map"]:
        from cxo_desktop.exchange.map_child import main as read_map

        return read_map(sys.argv[2:])
    if Path(sys.argv[0]).stem == "cxo":
        from cxo_desktop.cli.main import run

        return run(sys.argv[1:])
    from cxo_desktop.__main__ import main as open_window

    return open_window()


if __name__ == "__main__":
    sys.exit(main())
