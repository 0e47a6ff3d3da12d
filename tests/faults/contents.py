"""Good content roots with one fault each: in single files, and in the content as a whole."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from attrs import evolve
from tests.faults.planted import Findings, Planted
from tests.support.pictures import picture
from tests.support.recordings import wav_file
from tests.support.roots import FORM, PERSON, POSTCARD, PROGRAMME, SCENE, SMALL, THEME, changed, small_root, written

from coprod_content import ContentError, load
from coprod_content.checks.completeness import incomplete_items, steps_without_tasks
from coprod_content.checks.easy_read import easy_read_findings
from coprod_content.checks.editorial_advice import editorial_advice, reading_age_advice
from coprod_content.checks.kinds.dates import passed_days
from coprod_content.checks.kinds.recordings import recording_findings
from coprod_content.checks.library import library_advice, workshop_errors
from coprod_content.checks.reading.reading_age import reading_ages
from coprod_content.content.model import Event, Photo, Tool
from coprod_content.content.model.tool import Task
from coprod_content.export import from_json, to_json
from coprod_content.loading import examine

Changes = dict[str, str | bytes | None]
CARD, TOOL, CIRCLES = "postcards/who-decides.yaml", "tools/pairs.yaml", "diagrams/circles.yaml"
LINK = "https://www.example.org"
NOBODY = 65534
CASE = """\
title: A walk
place: A town
when: "2020"
summary: People walked.
aim: To walk.
involved: All.
did: [They walked.]
result: [They came back.]
unknown: [How far it was.]
take: [Walk.]
sources: ["[A paper](https://www.example.org/paper)"]
themes: [sharing]
"""
TASK = Task(ask="Talk in pairs.", lines=("Two minutes each", "Swap"))
VIDEO = b"\0\0\0\x18ftypmp42"
PHOTO: Changes = {"workshops/a.png": picture(width=1200)}


def all_findings(root: Path) -> Findings:
    """Return all findings about a content root, with advice and reading ages."""
    library, findings = examine(root)
    if library is None:
        return findings
    advice = (*library_advice(library), *editorial_advice(library), *reading_age_advice(reading_ages(library)))
    days = passed_days(library, "2027-03-04")
    return (*findings, *easy_read_findings(library), *advice, *incomplete_items(library), *days)


def in_small_root(folder: Path) -> Findings:
    """Return the findings in the small root, the sound twin of every fault that is planted in it."""
    return all_findings(small_root(folder / "content"))


def in_root(at: str, changes: Changes) -> Planted:
    """Return a plant of changes to the small root. Its place is given without the name of the root."""
    place = f"content/{at}".removesuffix("/.") if at else ""
    return Planted(
        (place,),
        in_small_root,
        lambda folder: all_findings(small_root(folder / "content", changes)),
    )


def edit(at: str, name: str, old: str, new: str) -> Planted:
    """Return a plant that replaces text in a file of the small root."""
    return in_root(f"{name}:{at}", dict(changed(name, old, new)))


def card(at: str, old: str, new: str) -> Planted:
    """Return a plant in the postcard of the small root."""
    return edit(at, CARD, old, new)


def more(at: str, text: str) -> Planted:
    """Return a plant after the last line of the postcard, which is line 15."""
    return in_root(f"{CARD}:{at}".removesuffix(":"), {CARD: SMALL[CARD] + text})


def tool(at: str, old: str, new: str) -> Planted:
    """Return a plant in the tool of the small root."""
    return edit(at, TOOL, old, new)


def meeting(at: str, name: str, faulty: Changes, consent: str = "All agreed, until 2028.") -> Planted:
    """Return a plant in a photo of the workshop, in the place of a sound one."""
    told = "    tool: pairs\n    picture:\n      file: {}\n      alt: Two people talk.\n      consent: {}\n"
    sound, planted = told.format("a.png", "All agreed, until 2028."), told.format(name, consent)
    workshop, old = "workshops/meeting.yaml", "    tool: pairs\n"
    return Planted(
        (f"content/{workshop}:{at}",),
        lambda folder: all_findings(small_root(folder / "content", {**changed(workshop, old, sound), **PHOTO})),
        lambda folder: all_findings(small_root(folder / "content", {**changed(workshop, old, planted), **faulty})),
    )


def unread_photo(folder: Path, photo: Photo | None) -> Findings:
    """Return the findings of a workshop that was given without its folder."""
    library = load(small_root(folder / "content"))
    workshop = library.workshops["meeting"]
    first, *others = workshop.agenda
    return workshop_errors(evolve(workshop, agenda=(evolve(first, picture=photo), *others)), library)


def spoken(name: str, file: bytes) -> Planted:
    """Return a plant of a recording beside a sound one."""

    def judge(folder: Path, files: dict[str, str | bytes]) -> Findings:
        root = written(folder / "content", {**SMALL, "voice/once-1.wav": wav_file(seconds=9), **files})
        return tuple(recording_findings((root,), load(root)))

    return Planted(
        (f"content/voice/{name}",),
        lambda folder: judge(folder, {}),
        lambda folder: judge(folder, {f"voice/{name}": file}),
    )


def signed(at: str, sound: str, fault: str | bytes | None) -> Planted:
    """Return a plant in a sign language video beside a film, or in who signs and agreed."""
    film = SMALL["films/once.yaml"] + "sign_video:\n  file: once.mp4\n  credit: Ada Bo\n  consent: Ada agreed.\n"
    good: Changes = {"films/once.yaml": film, "films/once.mp4": VIDEO}
    bad: Changes = {"films/once.mp4": fault} if sound == "MP4" else {"films/once.yaml": film.replace(sound, str(fault))}
    return Planted(
        (f"content/films/once.yaml:{at}",),
        lambda folder: all_findings(small_root(folder / "content", good)),
        lambda folder: all_findings(small_root(folder / "content", {**good, **bad})),
    )


def held(folder: Path, zone: str, day: str = "2027-03-03") -> Findings:
    """Return the findings on 1 January 2027 about the workshop, held on a day in a time zone."""
    library = load(small_root(folder / "content"))
    workshop = evolve(library.workshops["meeting"], event=Event(day=day, time_zone=zone))
    return (*workshop_errors(workshop, library), *passed_days([workshop], "2027-01-01"))


def dated(days: str) -> Changes:
    """Return a series of dated articles, and the article in it with some days."""
    series = "law:\n  title: Law\n  summary: What the law says.\n  dated: yes\n"
    article = SMALL["articles/to-read.yaml"].replace("chapters:", f"series: law\n{days}chapters:", 1)
    return {"series.yaml": series, "articles/to-read.yaml": article}


def with_tasks(folder: Path, *tasks: Task | None) -> tuple[Tool, ...]:
    """Return the tool of the small root, with a task or none in each step."""
    tool = load(small_root(folder / "content")).tools["pairs"]
    steps = zip(tool.steps, tasks, strict=True)
    return (evolve(tool, steps=tuple(evolve(step, task=task) for step, task in steps)),)


def purpose(words: str) -> Planted:
    """Return a plant of another purpose of the tool."""
    return tool("2 purpose", "purpose: Hear each other.", f"purpose: '{words}'")


def season(line: int, at: str, old: str, new: str) -> Planted:
    """Return a plant in the weeks of a programme."""
    name = "programmes/a-season.yaml"
    return Planted(
        (f"content/{name}:{line} {at}",),
        lambda folder: all_findings(small_root(folder / "content", {name: PROGRAMME})),
        lambda folder: all_findings(small_root(folder / "content", {name: PROGRAMME.replace(old, new)})),
    )


def alt(words: str) -> Planted:
    """Return a plant of another alternative text of the diagram."""
    return edit("4 alt", CIRCLES, "Two circles that overlap.", words)


def no_root() -> Planted:
    """Return a plant of a root that does not exist."""
    return Planted(("content",), in_root("", {}).sound, lambda folder: all_findings(folder / "content"))


def retiring(id_: str) -> Planted:
    """Return a planted fault: a second root that retires an item of the small root."""

    def judge(folder: Path, files: dict[str, str]) -> Findings:
        return examine(small_root(folder / "content"), written(folder / "ours", files))[1]

    entry = {"retire.yaml": f"retire: [{id_}]\n"}
    return Planted(
        ("ours/retire.yaml:1 retire",),
        lambda folder: judge(folder, {"brand.yaml": ""}),
        lambda folder: judge(folder, entry),
    )


def no_content() -> Planted:
    """Return a planted fault: the folder around a root, given as a second root."""

    def judge(folder: Path, name: str) -> Findings:
        small_root(folder / "outer" / "content")
        return examine(folder / "outer" / "content", folder / name)[1]

    return Planted(("outer",), lambda folder: judge(folder, "outer/content"), lambda folder: judge(folder, "outer"))


def unreadable() -> Planted:
    """Return a plant of a postcard that no user may read."""

    def judge(folder: Path, mode: int) -> Findings:
        root = small_root(folder / "content")
        for path in (folder, root, *(path for path in root.iterdir() if path.is_dir())):
            path.chmod(0o755)
        (root / CARD).chmod(mode)
        with _without_privilege():
            return all_findings(root)

    return Planted((f"content/{CARD}",), lambda folder: judge(folder, 0o644), lambda folder: judge(folder, 0o000))


@contextmanager
def _without_privilege() -> Iterator[None]:
    """Drop the right to read every file, if whoever runs the tests has it."""
    if os.name != "posix" or os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def not_json() -> Planted:
    """Return a plant of an exported library that breaks off."""

    def judge(folder: Path, lines: int | None) -> Findings:
        told = to_json(load(small_root(folder / "content")))
        try:
            from_json("\n".join(told.split("\n")[:lines]), "library.json")
        except ContentError as error:
            return error.findings
        return ()

    return Planted(("library.json:7",), lambda folder: judge(folder, None), lambda folder: judge(folder, 7))


def items_of(codes: Mapping[str, Planted | tuple[Planted, ...]]) -> dict[str, tuple[Planted, ...]]:
    """Return a table with all plants of each code."""
    return {code: planted if isinstance(planted, tuple) else (planted,) for code, planted in codes.items()}


SHAPES = items_of(
    {
        "no-root": no_root(),
        "unknown-folder": in_root("tool", {"tool/x.yaml": "a: b\n"}),
        "unknown-file": in_root("tools.yaml", {"tools.yaml": "a: b\n"}),
        "no-content": no_content(),
        "file-name": in_root("postcards/con.yaml:1 id", {"postcards/con.yaml": POSTCARD}),
        "not-readable": unreadable(),
        "not-utf-8": in_root(f"{CARD}:16", {CARD: SMALL[CARD].encode() + b"# \xff\n"}),
        "not-yaml": more("16", "]\n"),
        "several-documents": more("16", "---\na: b\n"),
        "duplicate-key": more("16", "listen_for: Noise.\n"),
        "key": more("16", "[a, b]: c\n"),
        "alias": card("3", "why: Power is seldom named.", "why: *power"),
        "anchor": card("3", "why: Power", "why: &power Power"),
        "tag": card("3", "why: Power", "why: !!str Power"),
        "merge-key": more("16", "<<: {listen_for: Noise.}\n"),
        "comment": card("3", "Power is seldom named.", "Power # is seldom named."),
        "escape": card("3", "Power is seldom named.", r'"Look in C:\new."'),
        "null": card("3", "why: Power is seldom named.", "why: ~"),
        "fake-list": card("5", "follow_ups: [Who else could?]", "follow_ups: [Who else\n  - could?]"),
        "not-json": not_json(),
        "too-large": more("", "#" * (2**20)),
        "too-deep": more("16", "deep: " + "[" * 40 + "]" * 40 + "\n"),
        "control-character": card("3 why", "Power is seldom named.", '"Power \\a is"'),
        "duplicate-id": in_root("terms.yaml:2", {"tools/carer.yaml": SMALL[TOOL]}),
        "unknown-key": more("16 colour", "colour: red\n"),
        "missing-key": card("1 listen_for", "listen_for: Silence.\n", ""),
        "mapping": tool("6 minutes", "minutes: {least: 10, most: 30}", "minutes: 10"),
        "list": card("4 follow_ups", "follow_ups: [Who else could?]", "follow_ups: Who else could?"),
        "empty": card("4 follow_ups", "follow_ups: [Who else could?]", "follow_ups: []"),
        "text": card("3 why", "why: Power is seldom named.", "why: [Power]"),
        "too-long": card("3 why", "Power is seldom named.", "word " * 3000),
        "number": tool("6 minutes.least", "minutes: {least: 10, most: 30}", "minutes: {least: ten, most: 30}"),
        "choice": card("7 moment", "moment: opening", "moment: midle"),
        "form": edit("3 date", "about.yaml", '"2026-11-23"', '"2026-02-30"'),
        "event": edit("8 event", "workshops/meeting.yaml", "themes:", "event: {place: The hall}\nthemes:"),
        "no-photo": meeting("20 agenda[2].picture.file", "a.png", {"workshops/b.png": picture()}),
        "photo": meeting("20 agenda[2].picture.file", "a.png", {"workshops/a.png": b"RIFF1234WEBPVP8 "}),
        "link": edit("8 url", "resources/handbook.yaml", "url: https:", "url: ftp:"),
    }
)
TOGETHER = items_of(
    {
        "unknown-id": card("1 theme", "theme: sharing", "theme: shring"),
        "unavailable": retiring("pairs"),
        "retired-reference": retiring("handbook"),
        "link": purpose("Look [there](ftp://x)."),
        "minutes": edit("12 agenda", "workshops/meeting.yaml", "minutes: 60", "minutes: 61"),
        "range": tool("7 people", "people: {least: 2, most: 20}", "people: {least: 30, most: 20}"),
        "incomplete": tool("1", "safety: [Anyone may pass.]\n", ""),
        "no-task": Planted(
            (f"content/{TOOL}:15 steps[2]",),
            lambda folder: tuple(steps_without_tasks(with_tasks(folder, TASK, TASK))),
            lambda folder: tuple(steps_without_tasks(with_tasks(folder, TASK, None))),
        ),
        "duplicate-number": in_root("themes/sharing.yaml:1 number", {"themes/second.yaml": THEME}),
        "long-question": card("2 question", "Who decides here?", f"Who {'really ' * 24}decides?"),
        "question-mark": card("2 question", "Who decides here?", "Who decides here"),
        "two-questions": card("2 question", "Who decides here?", "Who decides here, and how do they do it?"),
        "task-too-long": tool(
            "15 steps[1].task.ask",
            "    do: [One person talks.]",
            f"    mode: pairs\n    task: {{ask: {'Talk ' * 15}, lines: [You, Me]}}\n    do: [One person talks.]",
        ),
        "task-first-person": tool(
            "15 steps[1].task.lines[1]",
            "    do: [One person talks.]",
            "    mode: pairs\n    task: {ask: Talk, lines: [I write it down, Swap]}\n    do: [One person talks.]",
        ),
        "task-incomplete": tool(
            "15 steps[1].task",
            "    do: [One person talks.]",
            "    mode: pairs\n    task: {ask: Talk, lines: [In pairs]}\n    do: [One person talks.]",
        ),
        "task-minutes": tool(
            "15 steps[1].task.lines[1]",
            "    do: [One person talks.]",
            "    mode: pairs\n    task: {ask: Talk, lines: [4 minutes each, Swap]}\n    do: [One person talks.]",
        ),
        "recording": spoken("once-end.wav", wav_file(volume=0)),
        "recording-name": spoken("once-9.wav", wav_file()),
        "sign-video": (
            signed("13 sign_video.file", "MP4", None),
            signed("13 sign_video.file", "MP4", b"RIFF, not MP4"),
            signed("14 sign_video.credit", "Ada Bo", "tbc"),
            signed("15 sign_video.consent", "Ada agreed.", "to do"),
        ),
        "scene-words": (
            edit("5 scenes[1].narration", "films/once.yaml", "narration: Once upon a time.", 'narration: "…"'),
            edit("6 scenes[1].on_screen", "films/once.yaml", "on_screen: Once", 'on_screen: "?!"'),
        ),
        "fast-narration": in_root(
            "films/once.yaml:5 scenes[1].narration",
            {"films/once.yaml": SMALL["films/once.yaml"].replace("seconds: 90", "seconds: 1")},
        ),
        "short-turns": tool(
            "15 steps[1].do[1]",
            "minutes: 5\n    do: [One person talks.]",
            "minutes: 5\n    mode: everyone\n    do: [Ask everyone for one word.]",
        ),
        "group-size": in_root(
            "workshops/meeting.yaml:18 agenda[2].tool",
            {"workshops/meeting.yaml": SMALL["workshops/meeting.yaml"].replace("most: 12", "most: 40")},
        ),
        "not-on-slide": tool(
            "18 steps[2].say", "    say: Please swap.", "    say: Now look at the ladder. Which rung are you on?"
        ),
        "changes": tool(
            "9 changes[1].day",
            "setting: either",
            "setting: either\nchanges: [{day: '2026-11-24', what: A step is shorter.}]",
        ),
        "break": in_root(
            "workshops/meeting.yaml:17 agenda[2]",
            {
                "workshops/meeting.yaml": SMALL["workshops/meeting.yaml"]
                .replace("minutes: 60", "minutes: 116")
                .replace("title: Welcome\n    minutes: 10", "title: Welcome\n    minutes: 66")
            },
        ),
        "no-photo": Planted(
            ("content/workshops/meeting.yaml:12 agenda[1].picture.file",),
            lambda folder: unread_photo(folder, None),
            lambda folder: unread_photo(folder, Photo(file="a.png", alt="Two people talk.", consent="All agreed.")),
        ),
        "photo-consent": meeting("22 agenda[2].picture.consent", "a.png", PHOTO, consent="To do."),
        "photo-small": meeting("20 agenda[2].picture.file", "a.png", {"workshops/a.png": picture(width=900)}),
        "closing-early": in_root(
            "workshops/meeting.yaml:12 agenda[1]",
            {
                "workshops/meeting.yaml": SMALL["workshops/meeting.yaml"]
                .replace("talk", "closing")
                .replace("diagram: circles", "question: What next?")
            },
        ),
        "too-many": in_root(
            "workshops/meeting.yaml:12 agenda",
            {
                "workshops/meeting.yaml": SMALL["workshops/meeting.yaml"]
                .replace("minutes: 60", "minutes: 107")
                .replace("  - kind: break\n    minutes: 10\n", "  - {kind: break, minutes: 1}\n" * 57)
            },
        ),
        "uncited": in_root("references.yaml:2", dict(changed("themes/sharing.yaml", " [@egan2020]", ""))),
        "no-source": in_root(
            "cases/a-walk.yaml:12 sources[2]",
            {
                "cases/a-walk.yaml": CASE.replace("sources: [", "sources: [\n  ").replace(
                    "]\nthemes", ", A leaflet]\nthemes"
                )
            },
        ),
        "stage-weeks": (
            season(16, "stages[2].weeks.last", "last: 12", "last: 13"),
            season(16, "stages[2].weeks.last", "first: 4, last: 12", "first: 8, last: 7"),
            season(16, "stages[2].weeks.first", "first: 1, last: 4", "first: 5, last: 6"),
        ),
        "unseen": edit("2", "references.yaml", "  seen: abstract\n", ""),
        "no-study": edit(
            "8 chapters[1].body[1].studies[1]",
            "articles/to-read.yaml",
            "        points: [A point.]\n",
            "        points: [A point.]\n        studies: [egan2020]\n",
        ),
        "row-length": edit(
            "10 chapters[1].body[1].table.rows[1]",
            "articles/to-read.yaml",
            "        points: [A point.]\n",
            "        points: [A point.]\n"
            "        table: {caption: Costs, columns: [What, Cost],\n          rows:\n            [[Fares]]}\n",
        ),
        "language-script": (
            edit("2 question", "postcards/who-decides.yaml", "Who decides here?", "من يقرر هنا اليوم في هذا المكان؟")
        ),
        "fixed-phrases": edit("2 language", "about.yaml", "en-GB", "cy"),
        "link-vague": purpose(f"To learn, [click here]({LINK})."),
        "link-bare-address": purpose(f"See [{LINK}/a]({LINK}/a)."),
        "link-same-words": purpose(f"See [the book]({LINK}/a) and [the book]({LINK}/b)."),
        "markup": purpose("Hear __each__ other."),
        "alt-file-name": alt("circles.png"),
        "alt-placeholder": alt("Diagram"),
        "alt-picture-of": alt("An image of two circles"),
        "alt-repeats-title": alt("Two circles"),
        "label-too-long": edit(
            "10 drawing.shapes[2].text", CIRCLES, "text: Us", "text: Everybody who has ever been here"
        ),
        "form-field": in_root(
            "forms/agree.yaml:11 parts[1].fields[3]",
            {"forms/agree.yaml": FORM.replace(', options: ["Yes", "No"]', "")},
        ),
        "form-keeping": in_root(
            "forms/agree.yaml:1",
            {"forms/agree.yaml": "".join(line for line in FORM.splitlines(True) if "keep" not in line)},
        ),
        "no-as-of": in_root("articles/to-read.yaml:3 series", dated("")),
        "as-of-to-come": in_root("articles/to-read.yaml:4 as_of", dated("as_of: 2027-03-06\n")),
        "review-day": in_root("articles/to-read.yaml:5 review_by", dated("as_of: 2027-03-04\nreview_by: 2027-03-04\n")),
        "review-due": in_root("articles/to-read.yaml:5 review_by", dated("as_of: 2027-01-01\nreview_by: 2027-03-03\n")),
        "day-passed": Planted(
            ("content/workshops/meeting.yaml:1 event.day",),
            lambda folder: held(folder, "Europe/London"),
            lambda folder: held(folder, "Europe/London", "2025-03-03"),
        ),
        "time-zone": Planted(
            ("content/workshops/meeting.yaml:1 event.time_zone",),
            lambda folder: held(folder, "Europe/London"),
            lambda folder: held(folder, "Europe/Londen"),
        ),
        "ends-next-day": edit("4 starts", "workshops/meeting.yaml", "10:00", "23:30"),
        "canvas-count": in_root(
            "workshops/meeting.yaml:18 agenda[1].task.lines[1]",
            {
                "workshops/meeting.yaml": SMALL["workshops/meeting.yaml"].replace(
                    "diagram: circles",
                    "diagram: circles\n    mode: pairs\n    task: {ask: Look, lines: [Fill three circles, Swap]}",
                )
            },
        ),
        "no-canvas": edit("14 steps[1].canvas", TOOL, "    do: [One", "    canvas: yes\n    do: [One"),
        "no-situation": edit("14 steps[1].situations", TOOL, "    do: [One", "    situations: 2\n    do: [One"),
        "unused-canvas": in_root(
            "tools/pairs.yaml:6 canvas",
            {
                TOOL: SMALL[TOOL].replace("minutes: {", "canvas: sheet\nminutes: {", 1),
                "canvases/sheet.yaml": "title: A sheet\nalt: An empty box.\n"
                "drawing: {width: 9, height: 9, shapes: [{shape: circle, x: 4, y: 4, radius: 4, fill: tint}]}\n",
            },
        ),
        "invisible-path": edit(
            "9 drawing.shapes[1]",
            CIRCLES,
            "{shape: circle, x: 30, y: 25, radius: 20, fill: theme_1}",
            '{shape: path, commands: "M 0,0 L 9,9"}',
        ),
        "outside-canvas": in_root("scenes/two.yaml:4 people[1]", {"people.yaml": PERSON, "scenes/two.yaml": SCENE}),
    }
)
