"""A map as data has every box and link, and what is known of them."""

from cxo_desktop.app.map_sheets import rows_of, sheet_of
from cxo_desktop.app.maps import map_card


def test_the_chain_and_a_process_are_whole(sample):
    dossier = sample.dossier()
    chain = sheet_of(dossier, map_card(dossier, "chain"))
    assert (len(chain.boxes), len(chain.links), chain.lanes) == (14, 17, ())
    flow = next(link for link in chain.links if link.code == "F01")
    assert flow.facts["staff_hours_per_month"] == 925
    process = sheet_of(dossier, map_card(dossier, "PM1"))
    assert process.lanes[0] == "Field worker"
    rows = rows_of(dossier, map_card(dossier, "PM1"))
    assert len(process.boxes) == len(rows.steps)
    assert "yes, 35%" in {link.label for link in process.links}
