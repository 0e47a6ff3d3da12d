"""Planning over 500 tools, beside making a deck of the planned workshop."""

import random

from attrs import evolve

from benchmarks.clock import cpu_seconds, report
from coprod_content import Library, load
from coprod_content.brand.load_brand import load_brand
from coprod_content.content.library import Items
from coprod_content.packs.build import make
from coprod_content.planner.plan import Plan, plan
from coprod_content.planner.request import PlanRequest
from coprod_content.planner.workshop_file import with_workshop

TOOLS = 500
_ALL = (
    "sharing-power",
    "alignment",
    "nurturing-capability",
    "co-production-at-the-heart-of-qi",
    "starting-from-what-matters",
    "strong-leadership-and-culture-change",
)
_REQUESTS = (
    PlanRequest(minutes=30, people=12, purpose="decide"),
    PlanRequest(minutes=90, people=12, purpose="decide", themes=("sharing-power",)),
    PlanRequest(
        minutes=180, people=12, purpose="review", themes=("sharing-power", "alignment", "nurturing-capability")
    ),
    PlanRequest(minutes=360, people=12, purpose="share-power", lunch_minutes=45),
    PlanRequest(minutes=480, people=20, purpose="decide", themes=_ALL, starts="09:00"),
    PlanRequest(minutes=480, people=60, purpose="understand-experience", themes=("sharing-power",), starts="09:00"),
    PlanRequest(minutes=45, people=12, purpose="decide", must=("open-space",)),
    PlanRequest(
        minutes=80, people=6, purpose="start-a-relationship", themes=_ALL, must=("after-action-review", "world-cafe")
    ),
)


def larger(library: Library, count: int = TOOLS) -> Library:
    """Return a library with more tools: copies with random themes, purposes and links."""
    dice = random.Random(1)
    own = library.tools.items_in_order
    ids = [f"tool-{at:03}" for at in range(count - len(own))]
    more = tuple(
        evolve(
            dice.choice(own),
            id=id_,
            theme=dice.choice(tuple(library.themes)),
            purposes=tuple(dice.sample(tuple(library.purposes), 2)),
            next=tuple(dice.sample(ids, 3)),
        )
        for id_ in ids
    )
    return evolve(library, tools=Items((*own, *more)))


def main() -> None:
    """Print the time of each plan, beside that of a deck."""
    library, brand = load(), load_brand()
    big = larger(library)
    longest = plan(_REQUESTS[2], library)
    assert isinstance(longest, Plan)
    (deck,) = cpu_seconds(
        lambda: make("deck", "slides", with_workshop(library, longest.workshop), brand, [longest.workshop.id])
    )
    for request in _REQUESTS:
        (took,) = cpu_seconds(lambda: plan(request, big))  # noqa: B023  # run before the next round
        answer = "planned" if isinstance(plan(request, big), Plan) else "refused, with changes,"
        what = f"{request.minutes} minutes with {len(request.themes)} themes, {answer} over {TOOLS} tools"
        report(what, took, "making the deck of three hours", deck, "1 s")
