"""The one SQLite library of this process: SQLCipher, also under sqlite-utils.

Two SQLite libraries on one file drop each other's locks and lose committed data, so sqlite-utils
must be loaded only after its alias has been set, and nobody imports the standard library's.
"""

from __future__ import annotations

import sys

from sqlcipher3 import dbapi2

if "sqlite_utils" in sys.modules:
    raise ImportError("sqlite_utils was loaded before cxo_desktop.store.driver")
sys.modules["pysqlite3"] = dbapi2
sys.modules["pysqlite3.dbapi2"] = dbapi2

import sqlite_utils  # noqa: E402 - the alias above must come first
import sqlite_utils.db  # noqa: E402 - as above

if vars(sqlite_utils.db)["sqlite3"] is not dbapi2:
    raise ImportError("sqlite-utils did not take the one SQLite library")

Database = sqlite_utils.Database
Migrations = sqlite_utils.Migrations
Connection = dbapi2.Connection
connect = dbapi2.connect
DatabaseError = dbapi2.DatabaseError
OperationalError = dbapi2.OperationalError
