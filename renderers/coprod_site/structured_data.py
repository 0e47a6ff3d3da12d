"""Descriptions of pages for search engines, as JSON-LD."""

import json
import re

from coprod_content.brand.organisation import Organisation
from coprod_content.content.item_titles import title_of
from coprod_content.content.kinds import kind_of
from coprod_content.content.library import Library
from coprod_content.content.model import (
    Article,
    Canvas,
    Case,
    Diagram,
    Film,
    Form,
    Item,
    Postcard,
    Programme,
    Reference,
    Resource,
    Term,
    Tool,
    Workshop,
)
from coprod_content.document.citations import address_of
from coprod_content.files.our_content import about_our_content, is_ours, replaces_ours
from coprod_content.text.spans import text_of, without_citations
from coprod_site import addresses
from coprod_site.interface_text import TITLES
from coprod_site.item_pages import ItemBody
from coprod_site.site_page import SitePage

_LICENCE = re.compile(r"\]\((https?://[^)\s]+)\)")
Properties = dict[str, object]


def structured_data(page: SitePage, library: Library, publisher: Organisation | None, address: str) -> str:
    """Return a page's JSON-LD for a script element.

    Return an empty string for pages that need no description, such as most lists. The types are those of schema.org:
    HowTo for a tool, LearningResource for a workshop, programme, postcard, article, case, film, diagram, canvas or
    form, DefinedTerm for a term, DefinedTermSet for the list of terms, CreativeWork for a theme, a purpose, a resource
    or a published work, and WebSite for the home page. `publisher` is not named as the publisher of terms or of works
    by other people. `address` is the page's URL, or an empty string if it is unknown.
    """
    shared: Properties = {
        "description": page.about,
        "inLanguage": library.about.language,
        "url": address,
        "license": _address(library.about.licence),
        "isPartOf": {"@type": "WebSite", "name": library.about.title},
        "publisher": _organisation(publisher) if publisher else "",
    }
    match page.body:
        case ItemBody(item=Resource() | Reference() as item):  # a work by other people, under their own licence
            shared = {"abstract": page.about}
            found = _item(item, library)
        case ItemBody(item=Term() as item):
            shared = {key: shared[key] for key in ("description", "url")}
            found = _item(item, library)
        case ItemBody(item=item):
            shared |= _terms(item, library, publisher)
            found = _item(item, library)
        case _ if page.path == addresses.index_of("terms"):
            found = {"@type": "DefinedTermSet", "name": _term_set(library)}
        case None if page.path == addresses.HOME:
            del shared["isPartOf"]
            found = {"@type": "WebSite", "name": library.about.title}
        case _:
            return ""
    value = {"@context": "https://schema.org", **{key: entry for key, entry in (found | shared).items() if entry}}
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _terms(item: Item, library: Library, publisher: Organisation | None) -> Properties:
    """Return an item's licence and copyright holder as JSON-LD.

    If the item replaces one of ours, our content is also returned, as the work that the item is based on.
    """
    ours, holder = about_our_content(), item.rights.holder if item.rights else ""
    basis: Properties = {}
    if not (is_ours(item) or item.rights):
        holder = publisher.name if publisher else ""
    if replaces_ours(item) and not is_ours(item):
        basis = {"@type": "CreativeWork", "name": ours.title, "license": _address(ours.licence)}
    if item.rights:
        words = item.rights.licence
    elif is_ours(item) or library.about.imprint != ours.imprint:
        words = library.about.licence
    else:
        words = (publisher.licence if publisher else "") or ""
    who = {"@type": "Organization", "name": holder} if holder else ""
    return {"license": _address(words), "copyrightHolder": who, "isBasedOn": basis}


def _address(licence: str) -> str:
    """Return the address that a licence links to, or ""."""
    found = _LICENCE.search(licence)
    return found[1] if found else ""


def _organisation(publisher: Organisation) -> Properties:
    known = {"slogan": publisher.strapline, "url": publisher.address}
    return {"@type": "Organization", "name": publisher.name, **{key: each for key, each in known.items() if each}}


def _item(item: Item, library: Library) -> Properties:
    name = title_of(item)
    match item:
        case Tool():
            steps = [{"@type": "HowToStep", "name": s.title, "text": " ".join(map(_plain, s.do))} for s in item.steps]
            minutes = sum(step.minutes for step in item.steps)
            supplies = [{"@type": "HowToSupply", "name": _plain(each)} for each in item.materials]
            return {"@type": "HowTo", "name": name, "totalTime": f"PT{minutes}M", "supply": supplies, "step": steps}
        case Workshop():
            return {**_learning(item), "timeRequired": f"PT{item.minutes}M", "audience": _audience(item.audience)}
        case Film():
            return {**_learning(item), "timeRequired": f"PT{item.seconds}S"}
        case Postcard() | Article() | Case() | Programme() | Diagram() | Canvas() | Form():
            return _learning(item)
        case Term():
            whole = {"@type": "DefinedTermSet", "name": _term_set(library)}
            return {"@type": "DefinedTerm", "name": name, "inDefinedTermSet": whole}
        case Resource():
            return {"@type": "CreativeWork", "name": name, "url": item.url} | _publisher(item) | _year(item)
        case Reference():
            where = {"url": address_of(item)} if address_of(item) else {}
            authors = [_author(each) for each in item.authors if each != "et al."]
            return {"@type": "CreativeWork", "name": name, "author": authors} | where | _year(item)
        case _:
            return {"@type": "CreativeWork", "name": name}


def _learning(item: Item) -> Properties:
    return {"@type": "LearningResource", "name": title_of(item), "learningResourceType": kind_of(item).name}


def _audience(words: str) -> Properties:
    return {"@type": "Audience", "audienceType": words}


def _term_set(library: Library) -> str:
    return f"{TITLES['terms']}, {library.about.title}"


def _publisher(item: Resource) -> Properties:
    return {"publisher": {"@type": "Organization", "name": item.publisher}} if item.publisher else {}


def _author(name: str) -> Properties:
    """Return an author as JSON-LD.

    The type is Person if the name ends in initials, and otherwise Organization.
    """
    initials = name.partition(", ")[2]
    person = initials and initials == initials.upper()
    return {"@type": "Person" if person else "Organization", "name": name}


def _year(item: Resource | Reference) -> Properties:
    return {"datePublished": str(item.year)} if item.year else {}


def _plain(words: str) -> str:
    return without_citations(text_of(words))
