"""Taking a record away with all that is only there because of it, and bringing that back."""

from __future__ import annotations

from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.app.history import take_out_of_bin
from cxo_desktop.app.lines import remove_line
from cxo_desktop.domain.interviews import Note
from cxo_desktop.domain.records import Record

Gone = tuple[Record, ...]


def remove_record(engagement: OpenEngagement, record: Record) -> Gone:
    """Put a record into the bin, a line with the flows, cost or action it made; return all of it.

    Raises NotFound when it is gone already.
    """
    if isinstance(record, Note):
        return remove_line(engagement, record)
    engagement.remove(record)
    return (record,)


def bring_back(engagement: OpenEngagement, gone: Gone) -> None:
    """Bring back what went to the bin together, as one operation. Raises NotFound."""
    if len(gone) == 1:
        take_out_of_bin(engagement, gone[0].id)
        return
    with engagement.operation("bring back line"):
        for record in gone:
            take_out_of_bin(engagement, record.id)
