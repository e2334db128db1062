"""Start the window: ``python -m cxo_desktop`` or ``cxo-desktop``."""

from __future__ import annotations

import faulthandler
import sys


def main() -> int:
    """Open the window; return the exit code."""
    if sys.stderr is not None:
        faulthandler.enable()
    from cxo_desktop.ui.start import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
