"""What an engagement adds up to, for the window, the command line and the brief."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cxo_desktop.app.catalogue import catalogue_of
from cxo_desktop.domain.datachain import Scenario
from cxo_desktop.domain.dossier import Dossier
from cxo_desktop.domain.errors import NotFound
from cxo_desktop.domain.records import Json
from cxo_desktop.i18n import _


def standing_on(dossier: Dossier, today: date) -> Dossier:
    """Return the dossier with a day on which its figures stand: its own, else ``today``."""
    if dossier.engagement.as_of is not None:
        return dossier
    return replace(dossier, engagement=replace(dossier.engagement, as_of=today))


def indicators(dossier: Dossier, today: date) -> dict[str, Json]:
    """Return every indicator by name, rounded as the exchange format has them."""
    from cxo_desktop.analysis import report

    return report.indicators(standing_on(dossier, today), catalogue_of(dossier))


def full(dossier: Dossier, today: date) -> dict[str, Json]:
    """Return the indicators with what is missing, intervals, and the analyses of maps."""
    from cxo_desktop.analysis import report

    return report.full(standing_on(dossier, today), catalogue_of(dossier))


def why(dossier: Dossier, name: str, today: date) -> dict[str, Json]:
    """Return one indicator with the codes it rests on. Raises NotFound."""
    from cxo_desktop.analysis import report

    return report.why(standing_on(dossier, today), catalogue_of(dossier), name)


def compare_scenario(dossier: Dossier, code: str, today: date) -> Json:
    """Return a scenario, named by code or name, beside what is. Raises NotFound."""
    from cxo_desktop.analysis.comparison import compare

    known = dossier.all(Scenario)
    for scenario in known:
        if code in (scenario.code, scenario.name):
            return compare(standing_on(dossier, today), scenario).as_json()
    raise NotFound(
        _("There is no scenario “{code}”.").format(code=code),
        _("These exist: {codes}.").format(codes=", ".join(it.code for it in known)),
        _("Name one of these."),
    )


def impact_of(dossier: Dossier, code: str) -> Json:
    """Return what depends on a node, flow or step and on what it depends. Raises NotFound.

    A step is named "map/step", or by its own code where only one map has it.
    """
    from cxo_desktop.analysis.passage import impact, places_called

    places = places_called(dossier, code)
    if len(places) == 1:
        return impact(dossier, places[0]).as_json()
    if places:
        why = _("These are called so: {codes}.").format(codes=", ".join(it.code for it in places))
    else:
        why = _("No place of data, flow or step has this code.")
    raise NotFound(
        _("There is not one place “{code}”.").format(code=code),
        why,
        _("Name a node, a flow, or a step as map/step."),
    )
