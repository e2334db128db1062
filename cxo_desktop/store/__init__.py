"""The engagement on disk: SQLite through sqlite-utils; nothing else touches a file of it."""
