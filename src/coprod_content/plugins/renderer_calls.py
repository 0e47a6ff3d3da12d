"""Calls to the functions of a renderer that is being tested."""

import pickle
import sys
import traceback
from collections.abc import Callable
from typing import TypeVar

from attrs import frozen

from coprod_content.brand.brand import Brand
from coprod_content.findings.fault import reason
from coprod_content.plugins.entry_points import entries_of, is_ours
from coprod_content.plugins.plugin_process import PluginProcess, PluginStopped
from coprod_content.plugins.renderers import GROUP, Renderer
from coprod_content.plugins.template_report import TemplateReport

R = TypeVar("R")


def process_for(renderer: Renderer) -> PluginProcess | None:
    """Return a new process for a renderer from another package, or None."""
    ours = {entry.module.split(".")[0] for entry in entries_of(GROUP, tuple(sys.path))[0] if is_ours(entry)}
    if (getattr(renderer.render, "__module__", None) or "").split(".")[0] in ours:
        return None
    try:
        return None if b"__main__" in pickle.dumps(renderer) else PluginProcess(tuple(sys.path))
    except Exception:  # what pickle raises depends on the function
        return None


@frozen
class RendererCalls:
    """Calls to a renderer's functions, in a separate process if possible."""

    process: PluginProcess | None

    def result(self, name: str, gives: type[R], function: Callable[..., R], *args: object) -> R:
        """Call a renderer's function. Raise AssertionError if it fails."""
        try:
            given = self.process.result(_outcome, function, *args) if self.process else _outcome(function, *args)
        except PluginStopped as stopped:
            raise AssertionError(f"{name} {stopped}") from stopped
        value, problem, trace = given
        if problem:
            error = AssertionError(f"{name} raised {problem}")
            error.add_note(trace)
            raise error
        assert isinstance(value, gives), f"{name} returned {type(value).__name__} instead of {gives.__name__}"
        return value


def check_template_functions(renderer: Renderer, brand: Brand, calls: RendererCalls) -> None:
    """Check the functions with which a renderer uses templates.

    Raises AssertionError if one fails, or if `examine_template` accepts bytes that are not a template.
    """
    if renderer.templated:
        calls.result("templated", Brand, renderer.templated, brand)
    if renderer.examine_template:
        for data in (b"", b"PK\x03\x04"):
            report = calls.result("examine_template", TemplateReport, renderer.examine_template, data, "x", brand)
            assert not report.is_usable, "examine_template accepted bytes that are not a template"


def _outcome(function: Callable[..., object], *args: object) -> tuple[object, str, str]:
    """Return a function's result, or its error and the traceback."""
    try:
        return function(*args), "", ""
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        return None, reason(error), "".join(traceback.format_exception(error))
