"""What starts, starts without what it does not need yet."""

from __future__ import annotations

import json
import subprocess
import sys

HELP = """
import contextlib, io, json, sys
from cxo_desktop.cli.main import main
sys.argv = ["cxo", "--help"]
with contextlib.redirect_stdout(io.StringIO()) as said, contextlib.suppress(SystemExit):
    main()
print(json.dumps([said.getvalue(), sorted({name.split(".")[0] for name in sys.modules})]))
"""
WINDOW = """
import json, sys
import cxo_desktop.__main__, cxo_desktop.ui.main_window
print(json.dumps(["", sorted({name.split(".")[0] for name in sys.modules})]))
"""


def loaded(source: str) -> tuple[str, set[str]]:
    """Run lines in a fresh Python; return what was said and which packages were loaded."""
    done = subprocess.run(
        [sys.executable, "-c", source], check=True, capture_output=True, text=True
    )
    said, packages = json.loads(done.stdout)
    return said, set(packages)


def test_help_needs_no_window_and_nothing_heavy():
    said, packages = loaded(HELP)
    assert "Usage:" in said
    assert packages & {"PySide6", "networkx", "reportlab", "wasmtime", "uharfbuzz"} == set()


def test_the_window_draws_and_reckons_only_when_asked():
    _, packages = loaded(WINDOW)
    assert "PySide6" in packages
    assert packages & {"networkx", "reportlab", "wasmtime"} == set()
