"""Co-production content as typed data, and workshop material made from it.

Everything in `__all__` is imported when it is first used, so that `import coprod_content` is quick.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coprod_content.access.access_edition import UnknownAccessEdition
    from coprod_content.brand.brand import Brand
    from coprod_content.brand.load_brand import load_brand
    from coprod_content.content.about import About
    from coprod_content.content.drawing import Circle, Drawing, Label, Polygon, Rectangle, Stroke
    from coprod_content.content.item_search import Criteria
    from coprod_content.content.item_titles import themes_of, title_of
    from coprod_content.content.library import Items, Library
    from coprod_content.content.model import (
        Article,
        Diagram,
        Film,
        Item,
        Picture,
        Postcard,
        Purpose,
        Reference,
        Resource,
        Template,
        Term,
        Theme,
        Tool,
        Workshop,
    )
    from coprod_content.content.related_items import Links
    from coprod_content.content.unknown_names import UnknownId, UnknownName
    from coprod_content.document.blocks import (
        Block,
        Bullets,
        Callout,
        Fact,
        Facts,
        Figure,
        Illustrated,
        Paragraph,
        Signpost,
        Table,
        Writing,
    )
    from coprod_content.document.document import Document, Section
    from coprod_content.editions.composition import compose
    from coprod_content.editions.registry import UnknownEdition
    from coprod_content.editions.selection import SelectionError
    from coprod_content.export import from_json, to_json
    from coprod_content.files.content_root import canonical_root
    from coprod_content.findings.fault import Fault
    from coprod_content.findings.finding import ContentError, Finding, Place
    from coprod_content.loading import examine, load
    from coprod_content.packs.build import BuiltFile, make, render
    from coprod_content.packs.pack import Pack
    from coprod_content.packs.write_pack import write_pack
    from coprod_content.planner.cut_workshop import CutError, cut_workshop
    from coprod_content.planner.plan import Plan, plan
    from coprod_content.planner.reasons import OmittedTool
    from coprod_content.planner.refusal import Refusal, Relaxation
    from coprod_content.planner.request import PlanRequest, PlanRequestError, plan_request
    from coprod_content.planner.workshop_file import read_workshop, with_workshop, workshop_text
    from coprod_content.plugins.inspectors import Inspector, InspectorError, UnknownInspector, inspect
    from coprod_content.plugins.renderers import Renderer, RendererError, UnknownRenderer
    from coprod_content.text.spans import Span, Text, text_of

    __version__: str

__all__ = [
    "About",
    "Article",
    "Block",
    "Brand",
    "BuiltFile",
    "Bullets",
    "Callout",
    "Circle",
    "ContentError",
    "Criteria",
    "CutError",
    "Diagram",
    "Document",
    "Drawing",
    "Fact",
    "Facts",
    "Fault",
    "Figure",
    "Film",
    "Finding",
    "Illustrated",
    "Inspector",
    "InspectorError",
    "Item",
    "Items",
    "Label",
    "Library",
    "Links",
    "OmittedTool",
    "Pack",
    "Paragraph",
    "Picture",
    "Place",
    "Plan",
    "PlanRequest",
    "PlanRequestError",
    "Polygon",
    "Postcard",
    "Purpose",
    "Rectangle",
    "Reference",
    "Refusal",
    "Relaxation",
    "Renderer",
    "RendererError",
    "Resource",
    "Section",
    "SelectionError",
    "Signpost",
    "Span",
    "Stroke",
    "Table",
    "Template",
    "Term",
    "Text",
    "Theme",
    "Tool",
    "UnknownAccessEdition",
    "UnknownEdition",
    "UnknownId",
    "UnknownInspector",
    "UnknownName",
    "UnknownRenderer",
    "Workshop",
    "Writing",
    "__version__",
    "canonical_root",
    "compose",
    "cut_workshop",
    "examine",
    "from_json",
    "inspect",
    "load",
    "load_brand",
    "make",
    "plan",
    "plan_request",
    "read_workshop",
    "render",
    "text_of",
    "themes_of",
    "title_of",
    "to_json",
    "with_workshop",
    "workshop_text",
    "write_pack",
]

_MODULES = {
    "access.access_edition": "UnknownAccessEdition",
    "brand.brand": "Brand",
    "brand.load_brand": "load_brand",
    "content.about": "About",
    "content.drawing": "Circle Drawing Label Polygon Rectangle Stroke",
    "content.item_search": "Criteria",
    "content.item_titles": "themes_of title_of",
    "content.library": "Items Library",
    "content.model": (
        "Article Diagram Film Item Picture Postcard Purpose Reference Resource Template Term Theme Tool Workshop"
    ),
    "content.related_items": "Links",
    "content.unknown_names": "UnknownId UnknownName",
    "document.blocks": "Block Bullets Callout Fact Facts Figure Illustrated Paragraph Signpost Table Writing",
    "document.document": "Document Section",
    "editions.composition": "compose",
    "editions.registry": "UnknownEdition",
    "editions.selection": "SelectionError",
    "export": "from_json to_json",
    "files.content_root": "canonical_root",
    "findings.fault": "Fault",
    "findings.finding": "ContentError Finding Place",
    "loading": "examine load",
    "packs.build": "BuiltFile make render",
    "packs.pack": "Pack",
    "packs.write_pack": "write_pack",
    "planner.cut_workshop": "CutError cut_workshop",
    "planner.plan": "Plan plan",
    "planner.reasons": "OmittedTool",
    "planner.refusal": "Refusal Relaxation",
    "planner.request": "PlanRequest PlanRequestError plan_request",
    "planner.workshop_file": "read_workshop with_workshop workshop_text",
    "plugins.inspectors": "Inspector InspectorError UnknownInspector inspect",
    "plugins.renderers": "Renderer RendererError UnknownRenderer",
    "text.spans": "Span Text text_of",
}
_MODULE_OF = {name: module for module, names in _MODULES.items() for name in names.split()}

if not TYPE_CHECKING:  # a type checker would take any misspelt name for one that __getattr__ returns

    def __getattr__(name: str) -> object:
        if name == "__version__":
            value = import_module("importlib.metadata").version("coprod-content")
        elif name in _MODULE_OF:
            value = getattr(import_module(f"{__name__}.{_MODULE_OF[name]}"), name)
        else:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        return __all__
