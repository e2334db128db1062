"""Tables as text: values with commas, semicolons or tabs between them. Nothing is reckoned."""

from __future__ import annotations

import csv
import io

from cxo_desktop.exchange.sheet_tables import SheetTable, table_of
from cxo_desktop.exchange.text_bytes import decode_text, refuse_file
from cxo_desktop.i18n import _

_BETWEEN = (",", ";", "\t")


def read_csv(name: str, content: bytes) -> SheetTable:
    """Return the table of a text file; what looks like a formula is a text. Raises InputRefused."""
    text = decode_text(name, content)
    first = text.lstrip("\n").partition("\n")[0]
    between = max(_BETWEEN, key=first.count)
    try:
        lines = list(csv.reader(io.StringIO(text), delimiter=between, strict=True))
    except csv.Error as error:
        refuse_file(
            name,
            _("It cannot be read as a table: {why}.").format(why=error),
            _("Save it again as CSV, with quotation marks around texts that have commas."),
        )
    return table_of(name, lines)
