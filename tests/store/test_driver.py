"""There is one SQLite library in the process, and sqlite-utils uses it."""

import subprocess
import sys


def test_only_one_sqlite_library_is_loaded():
    code = (
        "from cxo_desktop.store import database; "
        "import sqlite_utils.db; from sqlcipher3 import dbapi2; "
        "assert sqlite_utils.db.sqlite3 is dbapi2"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_wrong_order_of_imports_is_refused():
    code = "import sqlite_utils; import cxo_desktop.store.driver"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "loaded before" in done.stderr
