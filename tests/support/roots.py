"""Small content roots to break: one item of nearly every kind, pointing to each other."""

from collections.abc import Mapping
from pathlib import Path

ABOUT = """\
title: A small library
language: en-GB
date: "2026-11-23"
statement: Made for tests.
credit: Nobody.
basis: Made up.
licence: CC0.
imprint: small
"""
THEME = """\
number: 1
title: Sharing
summary: What it is.
meaning: [One thing.]
why: ["Somebody found it [@egan2020]."]
good: [It helps.]
barriers: [It hurts.]
first_step: Begin.
questions: [Who decides?]
"""
TOOL = """\
title: Listen in pairs
purpose: Hear each other.
theme: sharing
use_when: [People are new.]
avoid_when: [People are tired.]
minutes: {least: 10, most: 30}
people: {least: 2, most: 20}
setting: either
materials: [Chairs]
preparation: [Set the chairs.]
steps:
  - title: Talk
    minutes: 5
    do: [One person talks.]
  - title: Swap
    minutes: 10
    do: [The other talks.]
    say: Please swap.
closing_questions: [What did you hear?]
access: [Sit close.]
safety: [Anyone may pass.]
traps: [Giving advice.]
online:
  how: [Use rooms for two.]
short:
  minutes: 6
  how: [One minute each.]
origin:
  standing: own
  credit: Ours.
  licence: CC0.
"""
PERSON = """\
ada:
  alt: A woman with short hair
  head: short
  skin: skin_2
  clothes: brand
"""
SCENE = """\
alt: A woman alone
width: 40
height: 40
people: [{person: ada, x: 5, y: 40, height: 30}]
"""
POSTCARD = """\
theme: sharing
question: Who decides here?
why: Power is seldom named.
follow_ups: [Who else could?]
listen_for: Silence.
audience: [staff, carers]
moment: opening
resource: handbook
"""
RESOURCE = """\
title: A handbook
publisher: A charity
year: 2019
type: guide
purpose: To read.
audience: Everybody
cost: Free
url: https://www.example.org/handbook
themes: [sharing]
"""
DIAGRAM = """\
title: Two circles
purpose: To look at.
themes: [sharing]
alt: Two circles that overlap.
drawing:
  width: 100
  height: 50
  shapes:
    - {shape: circle, x: 30, y: 25, radius: 20, fill: theme_1}
    - {shape: label, x: 10, y: 20, width: 40, height: 10, text: Us, size: 6, colour: paper}
parts:
  - {name: Us, text: All of us.}
questions: [Where are you?]
origin: {standing: own, credit: Ours., licence: CC0.}
"""
WORKSHOP = """\
title: A short meeting
summary: To begin with.
minutes: 60
starts: "10:00"
people: {least: 4, most: 12}
setting: in-person
audience: Everybody
themes: [sharing]
outcomes: [Know each other.]
before: [Book a room.]
agenda:
  - kind: talk
    title: Welcome
    minutes: 10
    points: [Who we are]
    diagram: circles
  - kind: tool
    tool: pairs
    minutes: 20
  - kind: break
    minutes: 10
  - kind: postcards
    title: Cards
    minutes: 15
    how: [Pick one.]
    postcards: [who-decides]
  - kind: closing
    title: The end
    minutes: 5
    question: What next?
    points: [Go home]
next_steps: [Write to all.]
access: [Step-free.]
safety: [A quiet room.]
terms: [carer]
"""
FILM = """\
title: A short film
summary: About us.
themes: [sharing]
scenes:
  - narration: Once upon a time.
    on_screen: Once
    drawing: {width: 16, height: 9, shapes: [{shape: line, x: 1, y: 1, to_x: 5, to_y: 5, colour: ink}]}
    alt: A line.
    seconds: 90
before: [What do you expect?]
after: [What did you see?]
"""
ARTICLE = """\
title: To read
summary: A text.
chapters:
  - title: One
    body:
      - text: A paragraph.
        points: [A point.]
"""
EASY_READ = """\
easy_read:
  title: To read
  parts:
    - title: One part
      ideas:
        - words: You choose a card.
          picture: ring
"""
PICTURE = """\
alt: A circle
drawing: {width: 40, height: 40, shapes: [{shape: circle, x: 20, y: 20, radius: 15, fill: brand}]}
"""
TERMS = """\
carer:
  term: Carer
  meaning: Somebody who looks after somebody.
  why: The word has two meanings.
  see: [staff]
staff:
  term: Staff
  meaning: People who are paid.
  why: It is short.
"""
REFERENCES = """\
egan2020:
  authors: ["Egan, A", "Ito, B"]
  year: 2020
  title: Pairs that listen
  container: A Journal
  volume: "7"
  issue: "2"
  pages: 3-9
  doi: 10.1000/pairs
  seen: abstract
  finding: It helped.
"""
FORM = """\
title: Do you agree?
summary: Asks whether we may use a photo.
audience: Everybody in the photo
intro: [You can say no.]
parts:
  - title: Your answer
    text: [Take your time.]
    fields:
      - {name: name, kind: text, label: Your name, required: yes}
      - {name: day, kind: date, label: Day, fill: day}
      - {name: agree, kind: choice, label: I agree, options: ["Yes", "No"]}
      - {name: where, kind: choices, label: Where, options: [In a printed report or on a poster, On the website]}
      - {name: why, kind: lines, label: Why, help: If you like., lines: 4}
      - {name: how, kind: scale, label: How it felt, options: [Bad, Fine, Good]}
      - {name: costs, kind: table, label: Costs, options: [What, How much], lines: 2}
      - {name: signed, kind: signature, label: Signature}
keep: {by: the organiser, how_long: 6 months, after: the session}
notes: [Ask first.]
"""
PROGRAMME = """\
title: A season
summary: People meet.
audience: All.
weeks: 12
themes: [sharing]
roles: [{title: Lead, does: Leads.}]
stages:
  - title: First
    weeks: {first: 1, last: 4}
    purpose: To start.
    done_by: All.
    steps: [Meet.]
    outcomes: [A start.]
    sessions: [meeting]
  - title: Second
    weeks: {first: 4, last: 12}
    purpose: To end.
    done_by: All.
    steps: [Meet.]
    outcomes: [An end.]
"""
SMALL: dict[str, str] = {
    "about.yaml": ABOUT,
    "themes/sharing.yaml": THEME,
    "tools/pairs.yaml": TOOL,
    "postcards/who-decides.yaml": POSTCARD + EASY_READ,
    "resources/handbook.yaml": RESOURCE,
    "diagrams/circles.yaml": DIAGRAM,
    "films/once.yaml": FILM,
    "pictures/ring.yaml": PICTURE,
    "articles/to-read.yaml": ARTICLE + EASY_READ,
    "workshops/meeting.yaml": WORKSHOP,
    "terms.yaml": TERMS,
    "references.yaml": REFERENCES,
}


def written(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files into a folder and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def small_root(folder: Path, changes: Mapping[str, str | bytes | None] | None = None) -> Path:
    """Write a sound content root, with files changed, added, or left out if they are None."""
    files = {**SMALL, **(changes or {})}
    return written(folder, {name: content for name, content in files.items() if content is not None})


def article_root(folder: Path, changes: Mapping[str, str | bytes | None] | None = None) -> Path:
    """Write a sound content root with one article, which is checked in a fraction of the time of the small root."""
    kept = ("about.yaml", "articles/to-read.yaml", "pictures/ring.yaml")
    return small_root(folder, {**{name: None for name in SMALL if name not in kept}, **(changes or {})})


def changed(name: str, old: str, new: str) -> dict[str, str]:
    """Return a file of the small root with one piece of its text replaced."""
    assert SMALL[name].count(old) == 1, f"{name} holds {old!r} {SMALL[name].count(old)} times"
    return {name: SMALL[name].replace(old, new)}
