"""`coprod new root`: start a content root that `coprod check --strict` passes."""

from pathlib import Path
from typing import Annotated

import typer

from coprod_content.cli.console import Stop, complain, counted, note
from coprod_content.packs.atomic_write import write_file

_TOOL = """\
# A tool of your own. `coprod schema tool` says what each field takes.
title: One good thing
purpose: Start a meeting with something that works, so that people hear each other before the problems come.
theme: starting-from-what-matters
use_when:
  - A group meets regularly and goes straight to business.
avoid_when:
  - Somebody has just had bad news. Ask how people are first.
minutes: {least: 10, most: 15}
people: {least: 3, most: 12}
setting: either
materials:
  - Nothing, or a card for each person to draw on
preparation:
  - Think of a small good thing of your own.
steps:
  - title: Think
    minutes: 3
    do:
      - Give people a quiet minute, and say that passing is fine.
    say: Think of one small thing that went well since we last met.
  - title: Tell
    minutes: 7
    do:
      - Go round once. Nobody comments yet.
    say: Tell us in a sentence or two. You may pass.
closing_questions:
  - What did you notice?
access:
  - People may write, draw or show a picture.
safety:
  - Nobody has to say anything about their health or their family.
traps:
  - Turning it into praise of one person.
online:
  how:
    - Go round in the order of the list, and read out what people write in the chat.
short:
  minutes: 5
  how:
    - Ask two people only.
origin:
  standing: own
  credit: Made by us.
  licence: CC BY 4.0.
"""

_POSTCARD = """\
# A postcard of your own: one open question of at most 25 words.
theme: starting-from-what-matters
question: What made you smile here lately?
why: A small good moment often shows what people value.
follow_ups:
  - Who else was part of it?
  - What would help it to happen more often?
listen_for: Moments that cost nothing, and who makes them happen.
audience: [anyone together]
moment: opening
"""

_WORKSHOP = """\
# A workshop of your own. The minutes of the agenda have to add up to its length.
title: A short hello
summary: Half an hour in which people who will work together meet and find out what matters to each of them.
minutes: 30
starts: "10:00"
people: {least: 3, most: 12}
setting: either
audience: People who use a service, carers and staff
themes: [starting-from-what-matters]
outcomes:
  - Know each other's names.
  - Have heard one thing that matters to each person.
before:
  - Ask each person about access needs when you invite them.
agenda:
  - kind: talk
    title: Welcome
    minutes: 5
    points:
      - What we each like to be called
      - What you need today so that you can take part
    say: Welcome. You may pass on anything, and you may step out at any time.
  - kind: tool
    tool: one-good-thing
    minutes: 10
  - kind: postcards
    title: One question
    minutes: 10
    how:
      - Read the card aloud and talk about it in pairs.
    say: Talk about this question in pairs, as far as you like.
    postcards: [smile-lately]
  - kind: closing
    title: What happens next
    minutes: 5
    question: What would you like to talk about next time?
    points:
      - When we meet again
      - Who writes to whom
next_steps:
  - Thank people the same day.
access:
  - Read the card aloud.
safety:
  - Say who people can talk to afterwards.
"""

_BRAND = """\
# How your material looks. Give only what differs; everything else stays as it is in the canonical content.
name: Riverbend Health Partnership (an invented name)
palette:
  brand: "#163a4f"
"""

_STARTER = (
    ("brand.yaml", _BRAND),
    ("postcards/smile-lately.yaml", _POSTCARD),
    ("tools/one-good-thing.yaml", _TOOL),
    ("workshops/short-hello.yaml", _WORKSHOP),
)


def new_root(folder: Annotated[Path, typer.Argument(help="The folder to make.")]) -> None:
    """Make a content root to start from.

    It has a tool, a postcard, a workshop and a brand.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Stop(f"{folder} already exists and is not empty. Choose a new folder.")
    for name, text in _STARTER:
        write_file(folder / name, text.encode())
        note(name)
    note(f"{counted(len(_STARTER), 'file')}. Next: coprod check {folder}")


def new_pack(folder: Annotated[Path, typer.Argument(help="The folder to make.")]) -> None:
    """Make a content root: the old name of `coprod new root`."""
    complain("`coprod new pack` is now `coprod new root`.")
    new_root(folder)
