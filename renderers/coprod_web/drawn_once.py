"""Write each recurring SVG path on a web page only once."""

import re
from collections import Counter

_PATH = re.compile(r"<path d=[^>]{60,}/>")
_BODY = re.compile(r"<body[^>]*>\n")


def drawn_once(page: str) -> str:
    """Return a page's HTML with each long recurring SVG path written once.

    The paths are at the top of the page, and drawings refer to them. A page on which no long path recurs is returned
    unchanged.
    """
    count = Counter(_PATH.findall(page))
    names = {path: f"path--{number}" for number, path in enumerate((p for p in count if count[p] > 1), 1)}
    if not names:
        return page
    paths = "\n".join(path.replace("<path", f'<path id="{name}"') for path, name in names.items())
    shared = f'<svg class="unseen" aria-hidden="true" focusable="false"><defs>\n{paths}\n</defs></svg>\n'
    page = _PATH.sub(lambda path: f'<use href="#{names[path[0]]}"/>' if path[0] in names else path[0], page)
    return _BODY.sub(lambda body: body[0] + shared, page, count=1)
