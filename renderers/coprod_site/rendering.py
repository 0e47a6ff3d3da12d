"""Writing pages: a View, the library and the brand through a template."""

from urllib.parse import urlsplit

from attrs import field, frozen
from jinja2 import Environment

from coprod_content.brand.brand import Brand
from coprod_content.content.drawing import Drawing
from coprod_content.content.library import Library
from coprod_content.text.spans import plain, text_of
from coprod_site import addresses, words
from coprod_site.lists import room
from coprod_site.view import View
from coprod_web.colour_scheme import light_scheme
from coprod_web.style_sheet import StyleSheet
from coprod_web.svg_figures import svg_picture
from coprod_web.templating import encoded, logo


@frozen(kw_only=True)
class Rendering:
    """What all pages are written with."""

    templates: Environment
    library: Library
    brand: Brand
    sheet: StyleSheet
    _paths: dict[str, str] = field(init=False, repr=False, eq=False)

    @_paths.default
    def _all_paths(self) -> dict[str, str]:
        return {item.id: addresses.path_of(item) for item in self.library}

    def page(self, view: View) -> bytes:
        """The bytes of a page."""
        root = self._root(view)

        def item_address(id_: str) -> str:
            path = self._paths.get(id_, "")
            return root + path if path and path != view.path else ""

        template = self.templates.get_template(view.template)
        return encoded(
            template.render(
                view=view,
                page=view.page or view,
                root=root,
                body=view.body,
                item_address=item_address,
                library=self.library,
                statement=plain(text_of(self.library.about.statement)),
                sheet=self.sheet,
                brand=self.brand,
                logo=logo(self.brand),
                say=words,
                at=addresses,
                room=room,
            )
        )

    def style(self) -> bytes:
        """The style sheet of all pages."""
        return encoded(self.templates.get_template("site.css").render(sheet=self.sheet))

    def sign(self, drawing: Drawing) -> bytes:
        """A drawing as a picture in a file of its own."""
        made = svg_picture(drawing, self.brand.fonts.office)
        return encoded(
            self.templates.get_template("sign.svg").render(
                it=made, brand=self.brand, colours=light_scheme(self.brand).colours
            )
        )

    def _root(self, view: View) -> str:
        """What leads to the folder of the site; a page that stands in for any address has to say it from the top."""
        if view.path == addresses.NOT_FOUND and self.library.about.url:
            return urlsplit(self.library.about.url).path.rstrip("/") + "/"
        return view.root
