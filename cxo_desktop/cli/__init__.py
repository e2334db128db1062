"""The command line, ``cxo``."""
