"""A good web page with one fault, for each rule about web pages."""

from collections.abc import Callable

from tests.faults.good import PAGE

Plant = Callable[[], bytes]


def edit(old: str, new: str) -> Plant:
    """Return a plant that replaces text in a good page."""

    def plant() -> bytes:
        assert old in PAGE
        return PAGE.replace(old, new).encode()

    return plant


def add(markup: str) -> Plant:
    """Return a plant that adds markup to the end of the main part."""
    return edit("</main>", f"{markup}</main>")


HANDBOOK = ">handbook for carers<"
ALT = 'alt="A circle for all."'
FAULTS: dict[str, tuple[Plant, ...]] = {
    "link-vague": (
        edit(HANDBOOK, ">here<"),
        add('<a href="https://www.example.org/x"><img src="data:," alt="More"></a>'),
    ),
    "link-bare-address": (edit(HANDBOOK, ">www.example.org/handbook<"),),
    "link-same-words": (add('<a href="https://www.example.org/other">Handbook for carers</a>'),),
    "link-no-words": (add('<a href="https://www.example.org/other"></a>'),),
    "unsafe-link": (edit('"https://www.example.org/handbook"', '"javascript:alert(1)"'),),
    "alt-missing": (edit(f" {ALT}", ""), add("<svg><circle r='1'/></svg>")),
    "alt-file-name": (edit(ALT, 'alt="circle.png"'),),
    "alt-placeholder": (edit(ALT, 'alt="picture"'),),
    "alt-picture-of": (edit(ALT, 'alt="The image of a circle"'),),
    "alt-repeats-title": (edit(ALT, 'alt="Who we are"'),),
    "table-header-empty": (edit(">Hour<", "><"),),
    "table-no-header": (edit('<th scope="col">Day</th><th scope="col">Hour</th>', "<td>Day</td><td>Hour</td>"),),
    "table-no-name": (edit("<caption>When we meet</caption>", ""),),
    "table-nested": (edit("<td>Ten</td>", "<td><table><caption>In</caption><tr><th>A</th></tr></table></td>"),),
    "language-tag": (edit('lang="en-GB"', 'lang="English language"'),),
    "no-language": (edit(' lang="en-GB"', ""),),
    "no-title": (edit("<title>A good page</title>", "<title> </title>"),),
    "title-file-name": (edit("<title>A good page</title>", "<title>index-old.pdf</title>"),),
    "heading-jump": (edit("<h2>Where to read</h2>", ""), add("<h5>Deep</h5>")),
    "heading-empty": (add("<h2> </h2>"),),
    "no-direction": (add("<p>مرحبا بكم</p>"),),
    "html-h1": (edit("<h1>A good page</h1>", ""), add("<h1>Another</h1>")),
    "media-no-captions": (add("<video></video>"),),
    "timed-advance": (edit("<style>", '<meta http-equiv="refresh" content="5; url=https://www.example.org/"><style>'),),
    "tab-order": (add('<a tabindex="3" href="#main">Up to the start</a>'),),
    "duplicate-element-id": (add('<p id="main">Again</p>'),),
    "no-label": (add('<input type="text">'),),
    "no-csp": (edit('http-equiv="Content-Security-Policy"', 'name="policy"'),),
    "zoom-forbidden": (
        edit("initial-scale=1", "initial-scale=1, user-scalable=no"),
        edit("initial-scale=1", "initial-scale=1, maximum-scale=1"),
    ),
    "no-main": (edit('<main id="main">', '<div id="main">'), edit("</body>", "<main>More</main></body>")),
    "no-frame-title": (add("<iframe></iframe>"),),
    "external-resource": (
        edit('src="data:image/gif;base64,R0lGODlhAQABAAAAACw="', 'src="https://www.example.org/spy.gif"'),
        edit("<style>", "<style>@import 'x.css';"),
        edit("<style>", '<link rel="stylesheet" href="style.css"><style>'),
    ),
    "active-content": (add("<script>1</script>"), add('<p onclick="x()">Press</p>'), add("<object></object>")),
    "corrupt": (lambda: PAGE.encode() + b"<p>" * 500_001,),
    "not-what-it-says": (lambda: b"", lambda: b"PK\x03\x04\0\0 a zip file", lambda: b"only words"),
}
