"""A good PDF file with one fault, for each rule about such files."""

import io
import re
import zlib
from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String
from tests.faults import good

Plant = Callable[[], bytes]
Change = Callable[[Pdf], object]


def edit(change: Change, **save: object) -> Plant:
    """Return a plant that changes a good file."""

    def plant() -> bytes:
        with pikepdf.open(io.BytesIO(good.pdf())) as opened:
            change(opened)
            out = io.BytesIO()
            opened.save(out, **save)  # type: ignore[arg-type]  # options of pikepdf
            return out.getvalue()

    return plant


def put(*path: str, value: object) -> Change:
    """Return a change that sets a key somewhere below the root."""

    def change(pdf: Pdf) -> None:
        at: object = pdf.Root
        for key in path[:-1]:
            at = at[Name(key)]  # type: ignore[index]
        at[Name(path[-1])] = value  # type: ignore[index]

    return change


def drop(*path: str) -> Change:
    """Return a change that deletes a key somewhere below the root."""

    def change(pdf: Pdf) -> None:
        at: object = pdf.Root
        for key in path[:-1]:
            at = at[Name(key)]  # type: ignore[index]
        del at[Name(path[-1])]  # type: ignore[attr-defined]

    return change


def tags(pdf: Pdf, kind: str) -> list[Dictionary]:
    """Return the tags of a kind, in order."""
    found, open_ = [], [pdf.Root.StructTreeRoot]
    while open_:
        element = open_.pop()
        if element.get(Name.S) == Name(f"/{kind}"):
            found.append(element)
        kids = element.get(Name.K)
        listed = kids if isinstance(kids, Array) else [kids]
        open_ += [kid for kid in reversed(list(listed)) if isinstance(kid, Dictionary)]
    return found


def on_tag(kind: str, change: Callable[[Dictionary], object]) -> Change:
    """Return a change of the first tag of a kind."""
    return lambda pdf: change(tags(pdf, kind)[0])


def on_all(kind: str, change: Callable[[Dictionary], object]) -> Change:
    """Return a change of every tag of a kind."""
    return lambda pdf: [change(tag) for tag in tags(pdf, kind)]


def setting(key: str, value: object) -> Callable[[Dictionary], object]:
    """Return a change that sets a key."""
    return lambda element: element.__setitem__(Name(key), value)


def without(key: str) -> Callable[[Dictionary], object]:
    """Return a change that deletes a key."""
    return lambda element: element.__delitem__(Name(key))


def link(pdf: Pdf) -> Dictionary:
    """Return the first link annotation."""
    return next(a for page in pdf.pages for a in page.obj.get(Name.Annots, ()) if a.Subtype == Name.Link)


def metadata(old: bytes, new: bytes) -> Change:
    """Return a change that replaces text in the metadata."""

    def change(pdf: Pdf) -> None:
        data = pdf.Root.Metadata.read_bytes()
        assert old in data
        pdf.Root.Metadata.write(data.replace(old, new))

    return change


def unscoped(cell: Dictionary) -> None:
    """Remove the scope and the id of a header cell."""
    for key in (Name.A, Name.ID):
        if key in cell:
            del cell[key]


def both_titles(title: str) -> Change:
    """Return a change that sets the title in the metadata and the document information."""

    def change(pdf: Pdf) -> None:
        metadata(b">A good file<", f">{title}<".encode())(pdf)
        pdf.docinfo[Name.Title] = title

    return change


def fonts(pdf: Pdf) -> list[Dictionary]:
    """Return the fonts of the first page."""
    found = pdf.pages[0].resources.Font
    return [found[key] for key in found.keys()]  # noqa: SIM118  # as pikepdf has it


def not_embedded(pdf: Pdf) -> None:
    """Remove the embedded file of a font."""
    descriptor = fonts(pdf)[0].DescendantFonts[0].FontDescriptor
    for key in ("/FontFile", "/FontFile2", "/FontFile3"):
        if key in descriptor:
            del descriptor[key]


def drawn_outside(pdf: Pdf) -> None:
    """Draw a line outside all tags."""
    pdf.pages[0].contents_add(b"0 0 m 10 10 l S")


def action(kind: str, **more: object) -> Dictionary:
    """Return an action of a kind."""
    return Dictionary(S=Name(f"/{kind}"), **more)


def bomb() -> bytes:
    """Return a file with a stream that unpacks to 120 MB of zeros."""
    data = edit(lambda pdf: pdf.pages[0].contents_add(b"BT ET"))()
    packed = zlib.compress(bytes(120_000_000), 9)
    stream = b"9999 0 obj\n<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream\nendobj\n" % (
        len(packed),
        packed,
    )
    head, tail = data[:9], data[9:]
    return head + b"\n" + stream + tail


CLOSED_TO_SCREEN_READERS = pikepdf.Encryption(
    owner="x", user="", R=3, aes=False, metadata=False, allow=pikepdf.Permissions(accessibility=False)
)


def no_metadata_title(pdf: Pdf) -> None:
    """Remove the title from the metadata."""
    data = pdf.Root.Metadata.read_bytes()
    pdf.Root.Metadata.write(re.sub(rb"<dc:title>.*?</dc:title>", b"", data, flags=re.DOTALL))


def encrypted(password: str) -> Plant:
    """Return a plant that encrypts a file with a password to open it, or only to change it."""
    return edit(lambda _: None, encryption=pikepdf.Encryption(owner="x", user=password))


FAULTS: dict[str, tuple[Plant, ...]] = {
    "pdf-untagged": (edit(put("/MarkInfo", "/Marked", value=False)),),
    "pdf-suspects": (edit(put("/MarkInfo", "/Suspects", value=True)),),
    "pdf-untagged-content": (edit(drawn_outside),),
    "pdf-no-ua": (edit(metadata(b"<pdfuaid:part>1</pdfuaid:part>", b"")),),
    "pdf-title-hidden": (edit(put("/ViewerPreferences", "/DisplayDocTitle", value=False)),),
    "pdf-title-not-in-xmp": (edit(metadata(b">A good file<", b"><")), edit(no_metadata_title)),
    "pdf-title-differs": (edit(lambda pdf: pdf.docinfo.__setitem__(Name.Title, "Another")),),
    "pdf-list": (edit(on_tag("LI", setting("/S", Name("/Span")))), edit(on_tag("LBody", setting("/S", Name("/P"))))),
    "no-title": (edit(both_titles("")),),
    "title-file-name": (edit(both_titles("cards.pdf")),),
    "no-language": (edit(drop("/Lang")),),
    "language-tag": (edit(put("/Lang", value=String("English"))),),
    "heading-jump": (edit(on_tag("H2", setting("/S", Name("/H3")))), edit(on_tag("H1", setting("/S", Name("/H2"))))),
    "no-headings": (edit(lambda pdf: [on_all(kind, setting("/S", Name("/P")))(pdf) for kind in ("H1", "H2")]),),
    "alt-missing": (edit(on_tag("Figure", without("/Alt"))),),
    "alt-file-name": (edit(on_tag("Figure", setting("/Alt", String("circle.svg")))),),
    "alt-placeholder": (edit(on_tag("Figure", setting("/Alt", String("Figure 1")))),),
    "alt-picture-of": (edit(on_tag("Figure", setting("/Alt", String("Photo of a circle")))),),
    "table-no-header": (edit(on_all("TH", setting("/S", Name("/TD")))),),
    "table-no-scope": (edit(on_all("TH", unscoped)),),
    "link-no-description": (edit(lambda pdf: link(pdf).__delitem__(Name.Contents)),),
    "link-vague": (edit(lambda pdf: link(pdf).__setitem__(Name.Contents, String("click here"))),),
    "link-untagged": (edit(on_all("Link", setting("/S", Name("/Span")))),),
    "unsafe-link": (edit(lambda pdf: link(pdf).A.__setitem__(Name.URI, String("file:///etc/hostname"))),),
    "tab-order": (edit(lambda pdf: [page.obj.__setitem__(Name.Tabs, Name.R) for page in pdf.pages]),),
    "font-not-embedded": (edit(not_embedded),),
    "font-no-unicode": (edit(lambda pdf: fonts(pdf)[0].__delitem__(Name.ToUnicode)),),
    "no-bookmarks": (edit(drop("/Outlines")),),
    "page-boxes": (edit(lambda pdf: pdf.pages[0].obj.__setitem__(Name.TrimBox, Array([-5, 0, 100, 100]))),),
    "page-sizes-differ": (edit(lambda pdf: pdf.pages[2].obj.__setitem__(Name.MediaBox, Array([0, 0, 300, 300]))),),
    "active-content": (
        edit(put("/OpenAction", value=action("JavaScript", JS=String("app.alert(1)")))),
        edit(lambda pdf: link(pdf).__setitem__(Name.A, action("Launch", F=String("run.exe")))),
        edit(lambda pdf: pdf.attachments.__setitem__("x.txt", b"hello")),
        edit(lambda pdf: pdf.pages[1].obj.__setitem__(Name.AA, Dictionary(O=action("JavaScript", JS=String("x"))))),
    ),
    "encrypted": (encrypted("secret"), edit(lambda _: None, encryption=CLOSED_TO_SCREEN_READERS)),
    "corrupt": (lambda: good.pdf()[: len(good.pdf()) // 2], lambda: b"%PDF-1.7\nnothing more"),
    "not-what-it-says": (lambda: b"", lambda: b"PK\x03\x04 not a PDF"),
    "zip-bomb": (bomb, lambda: good.pdf() + b"<< /Filter [/FlateDecode /FlateDecode] >>"),
}
