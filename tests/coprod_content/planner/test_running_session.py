"""A session in progress is re-planned by rules that the run page follows to the minute."""

import json
import subprocess
from importlib.resources import files

import pytest
from attrs import asdict, evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright._impl._driver import compute_driver_executable

from coprod_content import Library
from coprod_content.planner.running.best_cut import CutItem
from coprod_content.planner.running.running_session import RestOfSession, RunningSession

ACTIONS = {
    "with_more": "withMore",
    "shortened": "shortened",
    "moved_on": "movedOn",
    "on_break": "onBreak",
}
_PLAY = """
const play = ({session, actions}) => {
  const rests = [];
  for (const [name, now] of actions) {
    session = session && sessionRules[name](session, now);
    if (session) { rests.push(sessionRules.rest(session, now)); }
  }
  return rests;
};
let text = "";
process.stdin.on("data", part => { text += part; });
process.stdin.on("end", () => {
  const cases = JSON.parse(text), started = process.cpuUsage();
  const answers = cases.map(play);
  console.log(JSON.stringify({answers, slowest: process.cpuUsage(started).user / 1000}));
});
"""


@st.composite
def items(draw: st.DrawFn) -> CutItem:
    """Draw an agenda item: a break, a film or another item that can be shortened."""
    minutes = draw(st.integers(1, 18)) * 5 - draw(st.sampled_from([0, 0, 0, 0, 2]))
    if draw(st.integers(0, 5)) == 0:
        return CutItem(durations=(min(minutes, 60),), weight=3, is_break=True)
    least = draw(st.integers(1, minutes))
    durations = tuple(n for n in range(least, minutes + 1) if n % 5 == 0 or n == minutes)
    return CutItem(durations=durations, weight=draw(st.integers(1, 4)))


@st.composite
def sessions(draw: st.DrawFn) -> RunningSession:
    """Draw a session that has just started."""
    agenda = draw(st.lists(items(), min_size=1, max_size=7))
    agenda[-1] = evolve(agenda[-1], is_kept=True)
    whole = sum(item.minutes for item in agenda)
    return RunningSession(
        items=tuple(agenda),
        started=1000,
        given=agenda[0].minutes,
        seated=1000,
        end=1000 + draw(st.integers(0, whole + 20)),
        end_moves=draw(st.booleans()),
        longest=draw(st.sampled_from([75, 75, 90])),
    )


interruptions = st.lists(st.tuples(st.sampled_from(sorted(ACTIONS)), st.integers(0, 40)), min_size=1, max_size=8)


def played(session: RunningSession, actions: list[tuple[str, int]]) -> list[RestOfSession]:
    """Return the plan after each action. The number of each is the minutes that pass before it."""
    now, rests = session.started, []
    for name, wait in actions:
        now += wait
        changed = getattr(session, name)(now)
        if changed is None:
            break
        session = changed
        rests.append(session.rest(now))
    return rests


@given(session=sessions(), actions=interruptions)
@settings(max_examples=25)
def test_a_new_plan_keeps_the_rules(session: RunningSession, actions: list[tuple[str, int]]) -> None:
    """Items stay whole and in order, the last is kept, and so is each break that people have sat long enough for."""
    now = session.started
    for name, wait in actions:
        now += wait
        changed = getattr(session, name)(now)
        if changed is None:
            assert len(session.items) == 1 or not session.items[-1].is_kept
            return
        session = changed
        rest = session.rest(now)
        _assert_kept(session, rest, now)


def _assert_kept(session: RunningSession, rest: RestOfSession, now: int) -> None:
    indices = [part.index for part in rest.parts if part.index is not None]
    assert indices == sorted(set(indices))
    if session.items[1:] and session.items[-1].is_kept:
        assert indices[-1] == len(session.items) - 1
    for part in rest.parts:
        assert part.index is None or part.minutes in session.items[part.index].durations
    at = max(session.started + session.given, now)
    assert rest.ends == at + sum(part.minutes for part in rest.parts)
    if session.end_moves:
        whole = sum(item.minutes for item in session.items)
        if at - session.seated + whole <= session.longest:
            assert all(part.index is None or part.minutes == session.items[part.index].minutes for part in rest.parts)
    since, next_ = 0 if session.items[0].is_break else at - session.seated, 1
    for part in rest.parts:
        if part.index is not None:
            assert since < 20 or not any(item.is_break for item in session.items[next_ : part.index])
            next_ = part.index + 1
        since = 0 if part.index is None or session.items[part.index].is_break else since + part.minutes


def test_five_more_minutes_come_from_talk(library: Library) -> None:
    """The time is taken from talks first, then from postcards and tools. Breaks and the closing keep theirs."""
    workshop = library.workshops["first-steps"]
    session = RunningSession.of(workshop, library, 0, workshop.minutes)
    whole = [(item.minutes, item.weight) for item in session.items]
    assert [(part.index, part.minutes) for part in session.rest(0).parts] == [
        (at, minutes) for at, (minutes, _) in enumerate(whole) if at
    ]
    later = session
    for _ in range(5):
        later = later.with_more(0)
    rest = later.rest(0)
    assert rest.ends <= workshop.minutes
    closing, breaks = len(session.items) - 1, [at for at, item in enumerate(session.items) if item.is_break]
    assert {part.index: part.minutes for part in rest.parts}[closing] == session.items[closing].minutes
    assert set(breaks) <= {part.index for part in rest.parts}


def test_a_break_comes_forward_and_the_item_goes_on() -> None:
    """After the break, what was left of the item is still there, and the planned break is not taken twice."""
    items = (CutItem(durations=(20, 25, 30)), CutItem(durations=(15,), is_break=True), CutItem(durations=(10,)))
    session = RunningSession(items=items, started=0, given=30, seated=0, end=60).on_break(12)
    assert (session.items[0], session.given) == (items[1], 15)
    assert [item.durations for item in session.items[1:]] == [(8, 13, 18), (10,)]
    assert session.rest(12).ends == 12 + 15 + 18 + 10
    assert session.on_break(14).items[0].durations == (10,)


def test_if_nothing_else_can_go_the_session_ends_late() -> None:
    """Only the closing is left, with no time for it. It takes five minutes all the same."""
    items = (CutItem(durations=(10,)), CutItem(durations=(20,)), CutItem(durations=(5, 10), is_kept=True))
    session = RunningSession(items=items, started=0, given=10, seated=0, end=12)
    assert [(part.index, part.minutes) for part in session.rest(0).parts] == [(2, 5)]
    assert session.rest(0).ends == 15
    assert [(part.index, part.minutes) for part in session.rest(400).parts] == [(2, 5)]


@pytest.fixture(scope="module")
def node() -> str:
    """Return the path of the Node that comes with Playwright."""
    return str(compute_driver_executable()[0])


def in_node(node: str, cases: list[tuple[RunningSession, list[tuple[str, int]]]]) -> tuple[list[list[object]], float]:
    """Return the run page's plans for each case, and its milliseconds of processor time."""
    rules = files("coprod_web").joinpath("static", "session_rules.js").read_text(encoding="utf-8")
    sent = []
    for session, actions in cases:
        now, timed = session.started, []
        for name, wait in actions:
            now += wait
            timed.append((ACTIONS[name], now))
        sent.append({"session": _as_sent(session), "actions": timed})
    ran = subprocess.run(
        [node, "-e", rules + _PLAY], input=json.dumps(sent), capture_output=True, text=True, check=True
    )
    answer = json.loads(ran.stdout)
    return answer["answers"], answer["slowest"]


def _as_sent(value: object) -> object:
    tree = asdict(value)  # type: ignore[arg-type]
    return _renamed(tree)


def _renamed(value: object) -> object:
    if isinstance(value, dict):
        return {_camel(key): _renamed(each) for key, each in value.items()}
    return [_renamed(each) for each in value] if isinstance(value, (list, tuple)) else value


def _camel(name: str) -> str:
    first, *others = name.split("_")
    return first + "".join(word.capitalize() for word in others)


@given(st.lists(st.tuples(sessions(), interruptions), min_size=20, max_size=30))
@settings(max_examples=3)
def test_the_run_page_gives_the_same_plans(
    node: str, cases: list[tuple[RunningSession, list[tuple[str, int]]]]
) -> None:
    """After every interruption of a random session, the page's plan is the library's, part by part."""
    answers, _ = in_node(node, cases)
    assert answers == [[_as_sent(rest) for rest in played(*case)] for case in cases]
