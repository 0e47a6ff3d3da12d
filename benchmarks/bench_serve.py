"""The builder: pages, a pack, previews and twenty packs at once, beside the same work without it."""

import asyncio
import io
import os
import resource
import time
import zipfile
from collections.abc import Callable
from functools import partial
from typing import Any

from starlette.applications import Starlette

from benchmarks.clock import report
from coprod_builder import Serving
from coprod_builder.editing.draft import Draft
from coprod_builder.editing.editor_view import editor_view
from coprod_builder.job_content import prepare
from coprod_builder.job_runner import WorkerLimits
from coprod_builder.jobs import make_archive, make_preview, open_file
from coprod_builder.preview.file_list import PreviewRequest
from coprod_builder.web.application import application
from coprod_builder.workers import WorkerPool
from coprod_content import Library, canonical_root, load
from coprod_content.brand.load_brand import load_brand
from coprod_content.packs.pack import make_pack
from coprod_content.planner.workshop_file import workshop_text

PEOPLE = 20
WORKSHOP = "first-steps"
RUNS = 9
"""The best counts, by processor time, because other work of the machine only makes it worse."""


async def answer(app: Starlette, method: str, path: str, kind: str = "", body: bytes = b"") -> bytes:
    """Return the response of an application, without a network."""
    headers = [(b"host", b"localhost"), (b"content-length", str(len(body)).encode()), (b"content-type", kind.encode())]
    scope = {"type": "http", "method": method, "path": path, "query_string": b"", "headers": headers, "scheme": "http"}
    sent: list[bytes] = []
    came = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> dict[str, object]:
        return came.pop(0) if came else {"type": "http.disconnect"}

    async def send(message: dict[str, Any]) -> None:
        assert message.get("status", 200) == 200, message
        sent.append(message.get("body", b""))

    await app(scope, receive, send)
    return b"".join(sent)


async def pages(app: Starlette, library: Library) -> None:
    """Print the time of each page, beside reading, judging and laying out the plan."""
    draft = Draft.of(library.workshops["half-day"])
    bare = cpu_seconds(
        lambda: editor_view(Draft.read(draft.text.encode(), draft.name), library, draft.validated(library)[1])
    )
    asked = {
        "the first page": ("GET", "/"),
        "the page of half-day": ("GET", "/workshops/half-day"),
        "moving an item of half-day": ("POST", "/plan", *form(draft, "down 2")),
    }
    async with app.router.lifespan_context(app):
        for name, request in asked.items():
            await answer(app, *request)
            taken = []
            for _ in range(RUNS):
                start = time.process_time()
                await answer(app, *request)
                taken.append(time.process_time() - start)
            report(name, min(taken), "reading and judging the plan alone", bare, "50 ms")


def form(draft: Draft, do: str) -> tuple[str, bytes]:
    """Return the content type and body of a form with a plan, as a browser sends it."""
    fields = {"name": draft.name, "plan": draft.text, "do": do}
    parts = (f'--x\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n' for key, value in fields.items())
    return "multipart/form-data; boundary=x", "".join((*parts, "--x--\r\n")).encode()


def cpu_seconds(work: Callable[[], object], runs: int = RUNS) -> float:
    """Return the best processor time of some runs of a function."""
    work()
    found = []
    for _ in range(runs):
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return min(found)


def previews(library: Library, text: str) -> None:
    """Print the time of previews of a deck, a long PDF and a short one, beside making these files."""
    workshop = library.workshops[WORKSHOP]
    draft = Draft.of(workshop)
    for edition, to in (("deck", "slides"), ("postcards", "cards-a4-long-edge"), ("run-sheet", "cards-reading")):
        request = PreviewRequest(key=f"{edition}.{to}")
        ours = cpu_seconds(partial(make_preview, draft, text, request), runs=3)
        alone = cpu_seconds(partial(open_file, text, draft.name, edition, to), runs=3)
        size = len(make_preview(draft, text, request).page) // 1000
        report(f"preview of {request.key}, {size} kB", ours, "making the file alone", alone, "1 s")


def crowd(text: str, alone: float) -> None:
    """Print the time of twenty packs at once in two processes, beside twenty one after the other."""

    async def at_once(workers: WorkerPool) -> list[bytes]:
        made = await asyncio.gather(*(workers.run(make_archive, text, f"plan-{at}.yaml") for at in range(PEOPLE)))
        return [each.data or b"" for each in made]

    workers = WorkerPool((canonical_root(),), (), WorkerLimits(processes=2))
    try:
        asyncio.run(at_once(workers))
        start = time.perf_counter()
        archives = asyncio.run(at_once(workers))
        taken = time.perf_counter() - start
    finally:
        workers.stop()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    whole = [len(zipfile.ZipFile(io.BytesIO(data)).namelist()) for data in archives]
    report(f"{PEOPLE} packs at once in 2 processes", taken, f"{PEOPLE} in one", PEOPLE * alone, "20 s")
    each = (used.ru_utime + used.ru_stime) / 2
    print(f"lost: {PEOPLE - len(whole)}; files in each: {set(whole)}")
    print(f"processor time of these {PEOPLE}: {each:.1f} s, for {os.cpu_count()} cores")


def main() -> None:
    """Print the times of pages, packs and previews."""
    library, brand = load(), load_brand()
    roots = (canonical_root(),)
    serving = Serving(
        library=library, brand=brand, content_roots=roots, brand_roots=(), host="", port=0, ready=lambda _: None
    )
    limits = WorkerLimits()
    jobs = WorkerPool(roots, (), limits)
    app = application(serving, frozenset({"localhost"}), jobs, networked=False, limits=limits)
    asyncio.run(pages(app, library))
    prepare(roots, ())
    workshop = library.workshops[WORKSHOP]
    text = workshop_text(workshop)
    ours = cpu_seconds(lambda: make_archive(text, "plan.yaml"), runs=3)
    theirs = cpu_seconds(lambda: make_pack(workshop, library, brand).files(library), runs=3)
    report(f"the pack of {WORKSHOP} as a zip", ours, "its files alone", theirs, "2 s")
    previews(library, text)
    crowd(text, ours)
