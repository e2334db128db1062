"""Pages are made one by one, and only what is shown is read from the disk at the start."""

import subprocess
import sys

SCRIPT = """
import sys
import cxo_desktop.ui.start as start
start.read_first_code()
print([name for name in sys.modules if name.startswith("cxo_desktop.ui.pages.")])
from cxo_desktop.ui.page_makers import read_code
read_code()
print(len([name for name in sys.modules if name.startswith("cxo_desktop.ui.pages.")]))
"""


def test_the_start_reads_the_code_of_one_page():
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == ["['cxo_desktop.ui.pages.home']", "9"]


def test_a_window_has_the_page_that_it_shows_and_no_other(window):
    assert list(window.pages.made) == ["home"]
    assert list(window.pages)[:2] == ["home", "capture"]
