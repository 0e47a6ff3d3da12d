"""The builder's pages and style sheet, rendered from templates."""

from collections.abc import Mapping
from functools import cached_property
from importlib.resources import files
from typing import TYPE_CHECKING

from attrs import frozen
from jinja2 import Environment
from starlette.responses import HTMLResponse, Response

from coprod_builder.editing.field_problems import FieldProblem
from coprod_builder.planning_form import PlanningForm, planned_address
from coprod_content.brand.brand import Brand
from coprod_content.content.library import Library
from coprod_content.content.phrases import minutes_in_words, people_range, setting_in_words
from coprod_content.files.text_file import LARGEST_FILE
from coprod_content.planner.refusal import Refusal
from coprod_content.text.spans import plain, text_of
from coprod_web.colour_scheme import dark_scheme
from coprod_web.style_sheet import css_string
from coprod_web.templating import environment

if TYPE_CHECKING:
    from coprod_builder.editing.agenda_edits import EditOutcome
    from coprod_builder.editing.draft import Draft
    from coprod_builder.editing.editor_view import EditorView
    from coprod_builder.preview.file_list import FileList
    from coprod_builder.preview.file_preview import FilePreview


@frozen
class BuilderTemplates:
    """The builder's pages for a library and a brand."""

    library: Library
    brand: Brand

    @cached_property
    def static_files(self) -> Mapping[str, tuple[bytes, str]]:
        """The style sheet and script, by URL path, with their media types."""
        css = self._render(
            "builder.css",
            light=self.brand.palette,
            dark=dark_scheme(self.brand),
            font=css_string(self.brand.fonts.office),
        )
        script = files("coprod_builder").joinpath("static", "builder.js").read_bytes()
        return {
            "/static/builder.css": (css.encode(), "text/css"),
            "/static/builder.js": (script, "text/javascript"),
        }

    def start(
        self,
        form: PlanningForm,
        *,
        refusal: Refusal | None = None,
        loading: tuple[FieldProblem, ...] = (),
        text: str = "",
        status: int = 200,
    ) -> Response:
        """Return the first page.

        `refusal` says why no session is possible. `loading` lists the problems with a file, and `text` is its text.
        """
        return self._page("start.html", status, form=form, refusal=refusal, loading=loading, text=text)

    def editor(
        self, editor: "EditorView", outcome: "EditOutcome", problems: tuple[FieldProblem, ...], status: int
    ) -> Response:
        """Return the editor page, with any `problems` listed at the top."""
        focus = "" if problems else outcome.focus
        return self._page("editor.html", status, editor=editor, outcome=outcome, problems=problems, focus=focus)

    def preview(
        self, draft: "Draft", files: "FileList", preview: "FilePreview | None", problems: tuple[FieldProblem, ...]
    ) -> bytes:
        """Return the page that lists a pack's files and previews one.

        `problems` lists any problems with that file.
        """
        values = {"draft": draft, "files": files, "preview": preview, "problems": problems}
        return self._render("preview.html", **values, seen=files.seen(preview)).encode()

    def message(self, status: int, title: str, words: str) -> Response:
        """Return a page with a title and a short message."""
        return self._page("message.html", status, title=title, words=words)

    def _page(self, name: str, status: int, **values: object) -> HTMLResponse:
        return HTMLResponse(self._render(name, **values), status_code=status)

    def _render(self, name: str, **values: object) -> str:
        return self._environment.get_template(name).render(**values)

    @cached_property
    def _environment(self) -> Environment:
        found = environment("coprod_builder")
        found.globals.update(
            largest_file=LARGEST_FILE,
            library=self.library,
            minutes_in_words=minutes_in_words,
            people_range=people_range,
            planned_address=planned_address,
            plain_words=lambda markdown: plain(text_of(markdown)),
            setting_in_words=setting_in_words,
        )
        return found
