"""Pages: templates filled in, and the style sheet in the looks of a brand."""

from collections.abc import Mapping
from functools import cached_property
from importlib.resources import files
from typing import TYPE_CHECKING

from attrs import frozen
from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from starlette.responses import HTMLResponse, Response

from coprod_builder.editing.controls import SETTINGS
from coprod_builder.editing.field_problems import FieldProblem, element_id
from coprod_content.brand.brand import Brand
from coprod_content.content.library import Library
from coprod_content.content.phrases import minutes_in_words, people_range, setting_in_words
from coprod_content.files.text_file import LARGEST_FILE
from coprod_content.packs import captions
from coprod_content.text.spans import plain, text_of
from coprod_web.colour_scheme import dark_scheme, light_scheme, roles
from coprod_web.style_sheet import css_string

if TYPE_CHECKING:
    from coprod_builder.editing.actions import EditOutcome
    from coprod_builder.editing.draft import Draft
    from coprod_builder.editing.editor_view import EditorView
    from coprod_builder.planning.question import PlanningQuestion
    from coprod_builder.preview.file_list import FileList
    from coprod_builder.preview.file_preview import FilePreview


@frozen
class PageTemplates:
    """The pages of a builder."""

    library: Library
    brand: Brand

    @cached_property
    def files(self) -> Mapping[str, tuple[bytes, str]]:
        """The files that pages need, by their addresses, each with its media type."""
        sheet = self._template("builder.css").render(
            light=light_scheme(self.brand),
            dark=dark_scheme(self.brand),
            roles=roles(),
            font=css_string(self.brand.fonts.office),
        )
        script = files("coprod_builder").joinpath("static", "builder.js").read_bytes()
        return {
            "/static/builder.css": (sheet.encode(), "text/css"),
            "/static/builder.js": (script, "text/javascript"),
        }

    def start(
        self,
        question: "PlanningQuestion",
        *,
        refused: object = None,
        loading: tuple[FieldProblem, ...] = (),
        text: str = "",
        status: int = 200,
    ) -> Response:
        """The first page: ask the planner, take a workshop that is there, go on with a plan.

        `refused` is what the planner cannot do; `loading` what is wrong with a file, and `text` what was in it.
        """
        return self._page("start.html", status, question=question, refused=refused, loading=loading, text=text)

    def editor(
        self, editor: "EditorView", outcome: "EditOutcome", problems: tuple[FieldProblem, ...], status: int
    ) -> Response:
        """The page on which a plan is edited, after an action. With `problems` it starts with a summary of them."""
        focus = "" if problems else outcome.focus
        return self._page("editor.html", status, editor=editor, outcome=outcome, problems=problems, focus=focus)

    def preview(
        self, draft: "Draft", files: "FileList", preview: "FilePreview | None", problems: tuple[FieldProblem, ...]
    ) -> bytes:
        """Return the preview page: the files of a pack, and one of them or the reason why it is not shown."""
        values = {"draft": draft, "files": files, "preview": preview, "problems": problems}
        return self._template("preview.html").render(**values, seen=files.seen(preview)).encode()

    def message(self, status: int, title: str, words: str) -> Response:
        """A page that says what is the matter, and where to go on."""
        return self._page("message.html", status, title=title, words=words)

    def _page(self, name: str, status: int, **values: object) -> HTMLResponse:
        return HTMLResponse(self._template(name).render(**values), status_code=status)

    def _template(self, name: str) -> "Template":
        return self._environment.get_template(name)

    @cached_property
    def _environment(self) -> Environment:
        environment = Environment(
            loader=PackageLoader("coprod_builder"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        environment.globals.update(
            anchor=element_id,
            brand=self.brand,
            captions=captions,
            largest=LARGEST_FILE,
            library=self.library,
            minutes=minutes_in_words,
            people_range=people_range,
            said_plainly=lambda markdown: plain(text_of(markdown)),
            setting=setting_in_words,
            settings=SETTINGS,
        )
        return environment
