"""Whatever another package's plugin does, only that plugin fails, and the exit code says so."""

import json
import os
import sys
import time
from functools import partial
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet
from tests.support.command_line import coprod
from tests.support.platforms import POSIX
from tests.support.plugins import install, only_in_pack
from tests.support.roots import small_root

from coprod_builder import job_content, jobs
from coprod_builder.editing.draft import Draft
from coprod_content import Library, load
from coprod_content.brand.brand import Brand
from coprod_content.findings.fault import reason
from coprod_content.packs.build import make
from coprod_content.plugins import inspectors, renderers
from coprod_content.plugins.plugin_process import lower_limit, process_of

HEAD = (
    "import os, sys, time\nfrom coprod_content.plugins.renderers import OfferedFile, Renderer\n"
    "class Words(bytes): pass\n"
)
REST = "suffix='.txt', media_type='text/plain', in_pack=(OfferedFile('handouts', 'strange'),)"
UNPRINTABLE = "type('E', (Exception,), {'__str__': lambda self: sys.exit(0)})()"
CRASHES = {
    "ends the program": ("raise SystemExit(0)", r"failed \(SystemExit: 0\)\. Report this"),
    "exits without a word": ("os._exit(0)", r"ended its process \(exit code 0\)\. Report this"),
    "kills itself": ("os.kill(os.getpid(), 9)", r"ended its process \(exit code -9\)\. Report this"),
    "unprintable exception": (f"raise {UNPRINTABLE}", r"failed \(E\)\. Report this"),
    "interrupt of its own": ("raise KeyboardInterrupt", r"failed \(KeyboardInterrupt\)\. Report this"),
    "stops a generator": ("raise GeneratorExit", r"failed \(GeneratorExit\)\. Report this"),
    "recursion": ("render(document, brand)", r"failed \(RecursionError: maximum recursion"),
    "sleeps": (
        "time.sleep(600)",
        r"was stopped after 2 seconds\. Set COPROD_PLUGIN_SECONDS to allow more, or report",
    ),
    "never gives way": ("import re; re.match('(a+)+$', 'a' * 64 + 'b')", r"was stopped after 2 seconds"),
    "leaves a child": ("os.fork() or time.sleep(600); time.sleep(600)", r"was stopped after 2 seconds"),
    "swallows everything": (
        "\n    while True:\n        try: time.sleep(9)\n        except BaseException: pass",
        r"was stopped after 2 seconds",
    ),
    "an empty file": ("return b''", r"returned no bytes\. Report this"),
    "text": ("return 'words'", r"returned str, not bytes\. Report this"),
    "bytes of its own": ("return Words(b'x')", r"gave an answer that cannot be read \(.*it contains a stranger\.Words"),
    "too much": ("return bytes(300_000_000)", r"failed \(it returned more than 268 MB\)\. Report this"),
    "an answer of its own": (
        "\n    for at in range(3, 64):\n        try: os.write(at, b'noise')\n        except OSError: pass",
        r"gave an answer that cannot be read \(",
    ),
    "an open file": ("return open(os.devnull)", r"failed \(TypeError: cannot pickle"),
    "an address": ("raise ValueError(object())", r"failed \(ValueError: <object>\)\. Report this"),
}


def _code(body: str, fields: str = REST) -> str:
    return f"{HEAD}def render(document, brand):\n    {body}\nrenderer = Renderer({fields}, render=render)\n"


def _install(folder: Path, patch: pytest.MonkeyPatch, code: str) -> None:
    install(folder, patch, "stranger", code, {"strange": "stranger:renderer"})


def _limit(patch: pytest.MonkeyPatch, *, when: bool = True) -> None:
    """Limit plugins to two seconds per call, once their processes have started."""
    renderers.installed_renderers()
    if when:
        patch.setenv("COPROD_PLUGIN_SECONDS", "2")


_QUICK = ("ends the program", "exits without a word", "sleeps", "bytes of its own", "an empty file")


def later(*values: object, name: str | None = None) -> ParameterSet:
    """Return parameters of a thorough test: one more way to fail, like those that the quick suite tries."""
    return pytest.param(*values, id=name, marks=pytest.mark.thorough)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        pytest.param(*values, id=name) if name in _QUICK else later(*values, name=name)
        for name, values in CRASHES.items()
    ],
)
def test_a_renderer_that_crashes_or_hangs_is_named(
    body: str, said: str, library: Library, brand: Brand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing in `render` can end or block the program."""
    _install(tmp_path, monkeypatch, _code(body))
    _limit(monkeypatch, when="after 2 seconds" in said)
    with pytest.raises(renderers.RendererError, match=f"^The renderer 'strange' from stranger 1.2.3 {said}"):
        make("handouts", "strange", library, brand, ("first-steps",))


def test_a_renderer_that_hung_is_not_tried_again(
    library: Library, brand: Brand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pack waits only once for a renderer that hangs. After a crash, the next file is tried."""
    counting = f"open({str(tmp_path / 'calls')!r}, 'a').write('x'); "
    _install(tmp_path, monkeypatch, _code(f"{counting}time.sleep(600)"))
    _limit(monkeypatch)
    for _ in range(3):
        with pytest.raises(renderers.RendererError, match="was stopped after 2 seconds"):
            make("handouts", "strange", library, brand, ("first-steps",))
    assert (tmp_path / "calls").read_text() == "x"


@pytest.mark.parametrize(
    "body", ["os._exit(0)", later("raise SystemExit(0)"), later("time.sleep(600)"), later("return b''")]
)
def test_the_rest_of_a_pack_is_made_and_the_exit_code_is_1(
    body: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`pack`, `build` and the builder say what failed; the other files are written."""
    _install(tmp_path, monkeypatch, _code(body))
    _limit(monkeypatch, when="sleep" in body)
    only_in_pack(monkeypatch, {"web": ("handouts",), "strange": ("handouts",)})
    root = small_root(tmp_path / "root")
    result = coprod("pack", "meeting", "--root", root, "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert result.stderr.count("The renderer 'strange' from stranger 1.2.3") == 1
    listed = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))
    assert [file["file"] for file in listed["files"]] == ["meeting-handouts.html"]
    assert "strange" in listed["failures"][0]
    words = ("--to", "strange", "--select", "meeting", "--root", root)
    one = coprod("build", "handouts", *words, "--out", tmp_path / "one.txt")
    assert (one.exit_code, (tmp_path / "one.txt").exists()) == (1, False)
    job_content.prepare((root,), ())
    draft = Draft.of(load(root).workshops["meeting"])
    assert jobs.make_archive(draft.text, "meeting.yaml").data
    assert "strange" in jobs.open_file(draft.text, "meeting.yaml", "handouts.strange").failures[0]


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("raise SystemExit(0)", r"cannot be imported \(SystemExit: 0\)"),
        ("import os; os._exit(0)", r"ended its process \(exit code 0\)"),
        later("import time; time.sleep(600)", r"was stopped after 2 seconds"),
        later("import coprod_no_such_part", r"needs the module 'coprod_no_such_part'"),
        later("import stranger.missing", r"cannot be imported \(ModuleNotFoundError"),
        later("class Odd: pass\nrenderer = Odd()", "must be a Renderer, not Odd"),
        (_code("return b'x'", REST.replace(".txt", "/../../x.txt")), r"suffix must look like .txt, not '/../../x.txt'"),
        later(_code("return b'x'", REST.replace(".txt", "")), r"suffix must look like .txt, not ''"),
        later(_code("return b'x'", REST.replace(".txt", ".TXT")), r"suffix must look like .txt, not '.TXT'"),
        (
            _code("return b'x'", REST.replace("'strange'", "'../strange'")),
            r"name must look like run-sheet, not '../strange'",
        ),
        later(_code("return b'x'", f"{REST}, rank='first'"), r"'rank' must be <class 'int'>"),
        (
            _code("return b'x'", REST.replace("text/plain", "text/plain\\r\\nx: y")),
            "media_type must look like text/plain",
        ),
    ],
)
def test_a_renderer_that_cannot_be_loaded_leaves_all_others_usable(
    code: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its import is guarded too, and its fields cannot name a file in another folder."""
    expected = renderers.installed_renderers().usable
    _install(tmp_path, monkeypatch, code)
    if "sleep" in code:
        monkeypatch.setenv("COPROD_PLUGIN_SECONDS", "2")
    found = renderers.installed_renderers()
    assert found.usable == expected
    with pytest.raises(renderers.RendererError, match=said):
        renderers.renderer("strange")
    assert len(found.problems) == 1
    result = coprod("renderers")
    assert (result.exit_code, "cannot be used" in result.stdout) == (0, True)


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("frames=lambda brand: sys.exit(0)", r"failed \(SystemExit: 0\)"),
        later("frames=lambda brand: 5", "returned int, not Frames"),
        ("uncovered=lambda document, brand: os._exit(0)", r"ended its process \(exit code 0\)"),
        later("uncovered=lambda document, brand: None", "returned NoneType, not str"),
        ("templated=lambda brand: brand.name", "returned str, not Brand"),
    ],
)
def test_every_function_of_a_renderer_is_guarded(
    field: str, said: str, library: Library, brand: Brand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`frames`, `uncovered` and `templated` fail as `render` does."""
    _install(tmp_path, monkeypatch, _code("return b'x'", f"{REST}, {field}"))
    with pytest.raises(renderers.RendererError, match=said):
        make("handouts", "strange", library, brand, ("first-steps",))


@pytest.mark.parametrize("body", ["sys.exit(0)", later("os._exit(0)"), later("1 / 0"), later("5")])
def test_coprod_reference_is_guarded(body: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reference file that cannot be made is one line and exit code 1."""
    _install(tmp_path, monkeypatch, _code("return b'x'", f"{REST}, reference=lambda brand: {body}"))
    result = coprod("reference", "strange", "--out", tmp_path / "reference.txt")
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert not (tmp_path / "reference.txt").exists()


def test_what_a_plugin_changes_or_prints_stays_in_its_process(
    library: Library, brand: Brand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """The working folder, the environment and standard output are ours."""
    body = "os.chdir('/'); os.environ['OURS'] = 'theirs'; print('noise'); sys.stdout.flush(); return b'words'"
    _install(tmp_path, monkeypatch, _code(body))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("OURS", "ours")
    assert make("handouts", "strange", library, brand, ("first-steps",)).data == b"words"
    assert (Path.cwd(), os.environ["OURS"], capfd.readouterr().out) == (tmp_path, "ours", "")


@POSIX
def test_a_child_that_a_plugin_leaves_holds_nothing_up(
    library: Library, brand: Brand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It keeps the pipes open, but the answers end with the process of the plugin."""
    body = "os.fork() or (os.setsid(), time.sleep(30), os._exit(0)); {}"
    start = time.monotonic()
    for name, last in (("a", "os._exit(0)"), ("b", "return b'words'")):
        code = _code(body.format(last))
        install(tmp_path, monkeypatch, f"leaving_{name}", code, {f"leaving-{name}": f"leaving_{name}:renderer"})
        made = partial(make, "handouts", f"leaving-{name}", library, brand, ("first-steps",))
        if name == "a":
            with pytest.raises(renderers.RendererError, match="ended its process"):
                made()
        else:
            assert made().data == b"words"
            process_of(f"{renderers.GROUP} leaving-{name}", tuple(sys.path)).stop()
    assert time.monotonic() - start < 25


def test_only_the_beginning_of_what_a_plugin_prints_is_passed_on(
    library: Library, brand: Brand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """A plugin that prints without end fills no disk."""
    _install(tmp_path, monkeypatch, _code("print('noise ' * 100_000); print('end', file=sys.stderr); return b'words'"))
    assert make("handouts", "strange", library, brand, ("first-steps",)).data == b"words"
    printed = ""
    while "(The rest is left out.)" not in printed:
        printed += capfd.readouterr().err
    assert len(printed) < 21_000


def test_a_time_limit_that_is_no_number_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mistyped limit is reported."""
    _install(tmp_path, monkeypatch, _code("return b'x'"))
    monkeypatch.setenv("COPROD_PLUGIN_SECONDS", "two")
    with pytest.raises(renderers.RendererError, match=r"COPROD_PLUGIN_SECONDS is 'two'. Set it to a number of seconds"):
        renderers.renderer("strange")


@pytest.mark.parametrize(("given", "kept"), [("", "20"), ("5", "5"), ("300", "20"), ("two", "two")])
def test_a_program_can_lower_the_limit_but_not_raise_it(given: str, kept: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The builder leaves time for the other files of a pack."""
    monkeypatch.setenv("COPROD_PLUGIN_SECONDS", given)
    lower_limit(20)
    assert os.environ["COPROD_PLUGIN_SECONDS"] == kept


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[coprod_content.renderers]\nstrange = not a place\n", "has a malformed entry point, 'not a place'"),
        ("[coprod_content.renderers]\nno equals sign\n", "The entry points of stranger 1.2.3 cannot be read"),
        (
            "[coprod_content.renderers]\nstrange = stranger:renderer\n\xff",
            "The entry points of stranger 1.2.3 cannot be read",
        ),
        ("[other]\nno equals sign\n", ""),
    ],
)
def test_malformed_entry_points_are_skipped_with_a_line(
    text: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One package with a broken list of entry points does not hide the plugins of the others."""
    expected = renderers.installed_renderers().usable
    _install(tmp_path, monkeypatch, _code("return b'x'"))
    (info,) = tmp_path.glob("*/*.dist-info")
    (info / "entry_points.txt").write_bytes(text.encode("latin-1"))
    found = renderers.installed_renderers()
    assert found.usable == expected
    assert [said in problem for problem in found.problems] == [True] * bool(said)
    result = coprod("renderers")
    assert (result.exit_code, said in result.stderr) == (0, True)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("raise SystemExit(0)", r"failed \(SystemExit: 0\)"),
        later("os._exit(0)", r"ended its process"),
        later("time.sleep(600)", r"was stopped after 2 seconds"),
        ("return [5]", r"failed \(TypeError: each item that inspect returns must be a Fault, but one is of type int\)"),
        later("return None", r"failed \(TypeError: 'NoneType' object is not iterable\)"),
        later("yield Fault(code='loud', what='is loud.', line='3')", r"'line' must be <class 'int'>"),
    ],
)
def test_an_inspector_that_fails_is_named_and_other_files_are_inspected(
    body: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`coprod inspect` reports the failure and goes on; the exit code is 1."""
    code = (
        "import os, time\nfrom coprod_content.findings.fault import Fault\n"
        "from coprod_content.plugins.inspectors import Inspector\n"
        f"def inspect(data):\n    {body}\ninspector = Inspector(media_type='text/plain', inspect=inspect)\n"
    )
    install(tmp_path, monkeypatch, "prober", code, {"txt": "prober:inspector"}, group=inspectors.GROUP)
    if "sleep" in body:
        monkeypatch.setenv("COPROD_PLUGIN_SECONDS", "2")
    (tmp_path / "a.txt").write_text("words")
    (tmp_path / "b.html").write_text("words")
    with pytest.raises(inspectors.InspectorError, match=f"^The inspector 'txt' from prober 1.2.3 .*{said}"):
        inspectors.inspect(tmp_path / "a.txt")
    result = coprod("inspect", tmp_path / "a.txt", tmp_path / "b.html")
    assert result.exit_code == 1
    assert ("prober" in result.stderr, "b.html" in result.stdout) == (True, True)


def test_the_reason_of_an_exception_is_one_line_without_addresses() -> None:
    """Long messages are cut, and what differs each time is left out."""
    assert reason(ValueError("")) == "ValueError"
    assert reason(ValueError(f"bad\n{object()}")) == "ValueError: bad"
    assert reason(OSError("<io.BytesIO object at 0x7f3a5c1d2e30>: broken")) == "OSError: <io.BytesIO>: broken"
    assert len(reason(ValueError("x" * 9999))) < 250
