"""No way to name a person gets through the gate; everything else does."""

import pytest

from cxo_desktop.app.redaction import Redactor, redacted
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.engagement import Engagement
from cxo_desktop.domain.findings import Finding
from cxo_desktop.domain.people import Person, PersonName


@pytest.fixture
def dossier():
    return (
        Dossier(engagement=Engagement(code="E", organisation="Meera Vikas Sangh"))
        .with_records(
            Person,
            [
                Person(code="P1", role="Data analyst"),
                Person(code="P2", role="Field worker"),
                Person(code="P3", role="Meera's deputy, Anand Rao"),
            ],
        )
        .with_records(
            PersonName,
            [
                PersonName(
                    person="P1",
                    full_name="Meera Kulkarni",
                    aliases=("MK Madam",),
                    phone="98765 43210",
                    email="meera.k@example.org",
                ),
                PersonName(person="P2", full_name="Smt. सुनीता पवार"),
                PersonName(person="P2", full_name="Asha Devi"),
                PersonName(person="P3", full_name="Anand Rao"),
                PersonName(person="P9", full_name="Zubair Sheikh"),
            ],
        )
    )


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Meera Kulkarni merges the sheets", "Data analyst merges the sheets"),
        ("MEERA\nKULKARNI merges", "Data analyst merges"),
        ("mk madam said so to Kulkarni", "Data analyst said so to Data analyst"),
        ("meera's laptop", "Data analyst's laptop"),
        ("सुनीता ने कहा, सुनीताने सांगितले", "Field worker ने कहा, Field workerने सांगितले"),
        ("Asha and the ASHA workers", "Field worker and the ASHA workers"),
        ("Call 9876543210 or 98765 43210", "Call [left out] or Data analyst"),
        ("Write to meera.k@example.org or x@y.in", "Write to Data analyst or [left out]"),
        ("Aadhaar 1234 5678 9012 on a photo", "Aadhaar [left out] on a photo"),
        ("Zubair knows", "[left out] knows"),
        ("Anand decides", "[left out] decides"),
        ("Meera Vikas Sangh asked Meera", "Meera Vikas Sangh asked Data analyst"),
        ("Meeraben and 12,34,567 rows in 2026", "Meeraben and 12,34,567 rows in 2026"),
    ],
)
def test_names_become_roles(dossier, text, printed):
    assert Redactor(dossier)(text) == printed


def test_without_names_texts_stay_as_they_are(dossier):
    bare = dossier.with_records(PersonName, [])
    assert Redactor(bare)("Meera Kulkarni of 2014-2019") == "Meera Kulkarni of 2014-2019"


def test_the_redacted_dossier_holds_no_name(dossier):
    full = dossier.with_records(Finding, [Finding(code="F1", statement="Only Meera can\nmerge")])
    safe = redacted(full, lambda text: " ".join(text.split()))
    assert safe.all(PersonName) == ()
    assert safe.all(Finding)[0].statement == "Only Data analyst can merge"
    assert safe.by_code(Person)["P3"].role == "Data analyst's deputy, [left out]"
    assert safe.engagement.organisation == "Meera Vikas Sangh"
