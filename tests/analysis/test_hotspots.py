"""The flows disputed most."""

from __future__ import annotations

from cxo_desktop.analysis.hotspots import causes, hotspots
from cxo_desktop.domain.datachain import DataFlow, Discrepancy


def test_the_sample_has_the_hot_spots_expected(sample, expected):
    assert hotspots(sample).as_json() == expected["hotspots"]


def test_the_most_disputed_comes_first_and_the_undisputed_not_at_all(make):
    flows = [
        DataFlow(code="F1", discrepancies_last_quarter=1, records_per_month=100),
        DataFlow(code="F3", discrepancies_last_quarter=4, records_per_month=99),
        DataFlow(code="F2", discrepancies_last_quarter=4),
        DataFlow(code="F4", discrepancies_last_quarter=0),
        DataFlow(code="F5"),
    ]
    figure = hotspots(make(*flows))
    assert figure.as_json() == [
        {"flow": "F2", "reports": 4, "per_1000_records": None},
        {"flow": "F3", "reports": 4, "per_1000_records": None},
        {"flow": "F1", "reports": 1, "per_1000_records": 3.33},
    ]
    assert figure.completeness[0].missing == ("F5",)


def test_the_log_stands_beside_the_stated_count(make):
    log = [Discrepancy(code="DX1", flow="F1", cause="cut-off"), Discrepancy(code="DX2", flow="F9")]
    dossier = make(DataFlow(code="F1", discrepancies_last_quarter=5), *log)
    assert hotspots(dossier).spots[0].logged == ("DX1",)
    assert causes(dossier) == {"cut-off": 1}
