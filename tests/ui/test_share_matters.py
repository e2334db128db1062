"""How many there are of each matter, the pressing ones in their own ink."""

from dataclasses import replace

from cxo_desktop.app.sharing import Request, ShareStatus
from cxo_desktop.ui.desk import Desk
from cxo_desktop.ui.share_matters import matter_rows
from cxo_desktop.ui.share_work import ShareNow

STATUS = ShareStatus("/team", "space", (), 0, 2, ())


def test_what_presses_has_its_number(app, services):
    desk = Desk(services)
    asking = (Request("dev", "", "", "Meena", "a b c d e f"),)
    rows = {one.key: one for one in matter_rows(desk, ShareNow(asking=asking), STATUS, told=False)}
    assert (rows["contested"].aside, rows["laptops"].aside) == ("2", "1")
    assert rows["laptops"].aside_ink == "warn"
    assert "would" not in rows
    told = matter_rows(desk, ShareNow(), replace(STATUS, conflicts=0), told=True)
    assert (told[0].aside, told[-1].key) == ("", "would")
    desk.close()
