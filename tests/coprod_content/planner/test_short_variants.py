"""When tools are used in their short versions."""

from collections import Counter

from hypothesis import given
from tests.support.planning import LIBRARY, requests, tight_requests

from coprod_content.planner.best_agenda import Candidates, best_agenda, candidates
from coprod_content.planner.fitted_schedule import best_schedule
from coprod_content.planner.request import PlanRequest
from coprod_content.planner.search.branch_and_bound import Agenda


def test_short_variants_are_used_only_where_whole_tools_do_not_fit() -> None:
    """A short version is used exactly when no agenda of whole tools has as few breaks.

    A deciding tool is the exception: it is used short wherever the whole is too long for the session. Nearly all drawn
    requests must have an agenda, and many of each kind must occur.
    """
    seen: Counter[str] = Counter()

    @given(tight_requests())
    def holds(request: PlanRequest) -> None:
        every = candidates(request, LIBRARY)
        agenda = best_agenda(request, every)
        if agenda is None:
            seen["none"] += 1
            return
        whole = best_agenda(request, every.whole)
        fits = whole is not None and len(whole.allocation.breaks) <= len(agenda.allocation.breaks)
        short = [each.activity for each in agenda.placed if each.activity.short]
        if fits:
            assert all(each.deciding for each in short)
        else:
            assert short
        _no_whole_tool_fits_in_place(agenda, every)
        seen["whole" if fits else "short"] += 1

    holds()
    assert seen["none"] <= 0.05 * seen.total()
    assert seen["short"] >= 0.4 * seen.total()
    assert seen["whole"] >= 0.1 * seen.total()


@given(requests())
def test_a_short_variant_is_never_used_where_the_whole_tool_fits_in_its_place(request: PlanRequest) -> None:
    """Replacing a short version by the whole tool never leaves a schedule, whatever was asked for."""
    every = candidates(request, LIBRARY)
    agenda = best_agenda(request, every)
    if agenda is not None:
        _no_whole_tool_fits_in_place(agenda, every)


def _no_whole_tool_fits_in_place(agenda: Agenda, every: Candidates) -> None:
    placed = [each.activity for each in agenda.placed]
    talk = len(agenda.schedule.minutes) > len(placed)
    for at, activity in enumerate(placed):
        for other in every.activities if activity.short else ():
            if other.id == activity.id and not other.short:
                assert best_schedule((*placed[:at], other, *placed[at + 1 :]), talk, agenda.allocation) is None
