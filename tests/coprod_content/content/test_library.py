"""The library is read-only, can be searched, and equals itself wherever it goes."""

import pickle
from pathlib import Path
from typing import get_args, get_overloads, get_type_hints

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError
from tests.support.roots import changed, small_root

from coprod_content import Items, Library, UnknownId, load
from coprod_content.content.item_titles import themes_of, title_of
from coprod_content.content.kinds import KINDS, kind_named, kind_of
from coprod_content.content.lookup_errors import UnknownName


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Load the small library."""
    return load(small_root(tmp_path_factory.mktemp("small") / "content"))


def test_items_are_a_mapping_in_the_order_of_the_library(library: Library) -> None:
    """Keys, values, length, membership and `get` work as for any mapping."""
    tools = library.tools
    assert list(tools) == [tool.id for tool in tools.values()]
    assert tools.items_in_order == tuple(tools.values())
    assert len(tools) == len(set(tools))
    assert "group-agreement" in tools
    assert "sharing-power" not in tools
    assert tools.get("nothing") is None
    assert tools["group-agreement"].title == "Group agreement"


def test_an_unknown_id_gets_the_nearest(library: Library) -> None:
    """The error is a KeyError with the id, the known ids and a "did you mean"."""
    with pytest.raises(UnknownId) as caught:
        library.tools["group-agrement"]
    assert str(caught.value) == "There is no item 'group-agrement'. Did you mean 'group-agreement'?"
    assert caught.value.id == "group-agrement"
    assert caught.value.known == tuple(library.tools)
    assert isinstance(caught.value, KeyError)
    with pytest.raises(UnknownId, match=r"^There is no item 'xyzzy-42'\.$"):
        library["xyzzy-42"]


def test_any_item_is_found_by_its_id_alone(library: Library) -> None:
    """Ids are unique in a library, across all kinds."""
    assert [library[item.id] for item in library] == list(library)
    assert len({item.id for item in library}) == len(list(library))


def test_a_library_cannot_be_changed(library: Library) -> None:
    """A library, its mappings and its items refuse assignments."""
    with pytest.raises(FrozenInstanceError):
        library.tools = Items()
    with pytest.raises(TypeError):
        library.tools["group-agreement"] = library.tools["pdsa-together"]
    with pytest.raises(FrozenInstanceError):
        library.tools["group-agreement"].title = "Rules"


def test_libraries_are_equal_and_hash_by_what_they_say(library: Library, small: Library) -> None:
    """Two libraries with the same items are equal, and a changed word makes them differ."""
    again = load()
    assert again == library
    assert hash(again) == hash(library)
    assert {library, again, small} == {library, small}
    tools = tuple(evolve(tool, title="X") if tool.id == "pairs" else tool for tool in small.tools.values())
    assert evolve(small, tools=Items(tools)) != small


def test_an_item_is_compared_without_its_file(small: Library, tmp_path: Path) -> None:
    """The file of an item affects neither equality nor repr."""
    other = load(small_root(tmp_path / "elsewhere"))
    assert other.tools["pairs"] == small.tools["pairs"]
    assert other.tools["pairs"].source != small.tools["pairs"].source
    assert "elsewhere" not in repr(other.tools["pairs"])


@pytest.mark.parametrize("protocol", [2, pickle.HIGHEST_PROTOCOL])
def test_a_library_survives_pickling(library: Library, protocol: int) -> None:
    """Worker processes get the same library, links included."""
    again = pickle.loads(pickle.dumps(library, protocol))
    assert again == library
    assert hash(again) == hash(library)
    assert again["group-agreement"].source == library["group-agreement"].source
    assert again.links("group-agreement") == library.links("group-agreement")


def test_links_lead_both_ways(small: Library) -> None:
    """Items that point to each other are linked both ways, each once."""
    sharing = small.links("sharing")
    assert [t.id for t in sharing.tools] == ["pairs"]
    assert [p.id for p in sharing.postcards] == ["who-decides"]
    assert [r.id for r in sharing.resources] == ["handbook"]
    assert [d.id for d in sharing.diagrams] == ["circles"]
    assert [f.id for f in sharing.films] == ["once"]
    assert [w.id for w in sharing.workshops] == ["meeting"]
    assert [r.id for r in sharing.references] == ["egan2020"]
    assert sharing.articles == sharing.terms == sharing.themes == ()
    meeting = small.links(small.workshops["meeting"])
    assert {item.id for item in meeting.all} == {"sharing", "circles", "pairs", "who-decides", "carer"}
    assert [t.id for t in meeting.terms] == ["carer"]
    assert [t.id for t in small.links("handbook").themes] == ["sharing"]
    assert small.links("to-read").all == small.links("to-read").pictures == (small.pictures["ring"],)
    assert len(meeting.all) == len(set(meeting.all))


def test_links_are_symmetric_over_the_whole_library(library: Library) -> None:
    """If one item is linked with another, the other is linked with it. No item is linked with itself."""
    for item in library:
        for other in library.links(item).all:
            assert item in library.links(other).all
            assert other.id != item.id


def test_an_article_is_linked_with_its_themes(library: Library) -> None:
    """Pointers in lists are links too."""
    assert {"getting-started", "introduction"} <= {a.id for a in library.links("sharing-power").articles}


def test_links_of_an_unknown_id_are_an_error(library: Library) -> None:
    """A mistyped id does not look like an item without links."""
    with pytest.raises(UnknownId):
        library.links("nothing")


@pytest.mark.parametrize(
    ("question", "ids"),
    [
        ({"kind": "tool"}, ["pairs"]),
        ({"kind": "tools", "minutes": 9}, []),
        ({"minutes": 10}, ["pairs", "once"]),
        ({"minutes": 60}, ["pairs", "once", "meeting"]),
        ({"minutes": 1}, []),
        ({"minutes": 2}, ["once"]),
        ({"people": 3}, ["pairs"]),
        ({"people": 12}, ["pairs", "meeting"]),
        ({"people": 13}, ["pairs"]),
        ({"setting": "online"}, ["pairs"]),
        ({"setting": "in-person"}, ["pairs", "meeting"]),
        ({"theme": "sharing", "kind": "postcard"}, ["who-decides"]),
        ({"theme": 1, "kind": "theme"}, ["sharing"]),
        ({"theme": "1", "kind": "themes"}, ["sharing"]),
        ({"setting": "either"}, ["pairs"]),
        ({"text": "HEAR each"}, ["pairs"]),
        ({"text": "each zebra"}, []),
        ({"text": "carer"}, ["carer"]),
        ({"text": "postcard"}, ["who-decides"]),
        ({"kind": "article", "theme": "sharing"}, []),
    ],
)
def test_items_meet_all_criteria(small: Library, question: dict[str, object], ids: list[str]) -> None:
    """All criteria must hold, and an item without the field in question does not match."""
    found = small.find(**question)
    assert [item.id for item in found] == ids


def test_tools_are_found_by_their_purpose(library: Library) -> None:
    """A purpose finds the tools that serve it, and the result is typed as tools."""
    found = library.find(kind="tool", purpose="decide", people=12)
    assert found
    assert all("decide" in tool.purposes and tool.people.least <= 12 <= tool.people.most for tool in found)
    assert {tool.id for tool in library.tools.values() if "decide" in tool.purposes} >= {tool.id for tool in found}


def test_without_criteria_everything_is_found_in_order(library: Library) -> None:
    """`find()` returns the whole library, kind by kind."""
    assert library.find() == tuple(library)
    kinds = [kind_of(item).name for item in library]
    assert kinds == sorted(kinds, key=[kind.name for kind in KINDS].index)


@pytest.mark.parametrize(
    ("criteria", "message"),
    [
        ({"kind": "tols"}, "There is no kind 'tols'. Did you mean 'tools'?"),
        ({"theme": "sharing-powr"}, "There is no theme 'sharing-powr'. Did you mean 'sharing-power'?"),
        ({"theme": 9}, "There is no theme '9'. Known themes: "),
        ({"purpose": "decid"}, "There is no purpose 'decid'. Did you mean 'decide'?"),
        ({"setting": "zoom"}, "There is no setting 'zoom'. Known settings: in-person, online, either."),
    ],
)
def test_an_unknown_criterion_is_an_error(library: Library, criteria: dict[str, object], message: str) -> None:
    """A mistyped criterion is not an empty answer, and the error names the nearest match or all that are known."""
    with pytest.raises(UnknownName) as caught:
        library.find(**criteria)
    assert str(caught.value).startswith(message)
    assert isinstance(caught.value, LookupError)
    assert pickle.loads(pickle.dumps(caught.value)).known == caught.value.known


def test_an_unknown_kind_is_an_error_everywhere(library: Library) -> None:
    """`of_kind` and `kind_named` report it as `find` does."""
    with pytest.raises(UnknownName, match="'toool'"):
        library.of_kind("toool")
    with pytest.raises(UnknownName, match="'toool'"):
        kind_named("toool")


def test_find_is_typed_by_kind(library: Library) -> None:
    """For each kind there are overloads with its two names, so that a type checker knows the class of the items."""
    typed = {
        name: get_args(hints["return"])[0]
        for overload in get_overloads(Library.find)
        for hints in [get_type_hints(overload)]
        for name in get_args(hints["kind"])
        if isinstance(name, str)
    }
    assert typed == {name: kind.type for kind in KINDS for name in (kind.name, kind.plural)}


def test_a_kind_has_two_names(library: Library) -> None:
    """Singular and plural name the same kind, and every item has a kind."""
    for kind in KINDS:
        assert kind_named(kind.name) is kind_named(kind.plural) is kind
        assert library.of_kind(kind.name) == library.of_kind(kind.plural)
        assert all(kind_of(item) is kind for item in library.of_kind(kind.name).values())


def test_every_item_has_a_title_for_lists(library: Library, small: Library) -> None:
    """A card is listed by its question, a term by its word, and other items by their titles."""
    assert title_of(small["who-decides"]) == "Who decides here?"
    assert title_of(small["carer"]) == "Carer"
    assert title_of(small["egan2020"]) == "Pairs that listen"
    assert all(title_of(item).strip() for item in library)


def test_the_themes_of_an_item_begin_with_its_own(library: Library, small: Library) -> None:
    """A theme belongs to itself, a tool to its main theme first, and a term to none."""
    tool = library.tools["group-agreement"]
    assert themes_of(tool) == (tool.theme, *tool.further_themes)
    assert themes_of(small["sharing"]) == ("sharing",)
    assert themes_of(small["carer"]) == ()
    assert themes_of(small["meeting"]) == ("sharing",)


def test_many_items_print_in_one_line(library: Library, small: Library) -> None:
    """The repr of a mapping of items is short enough for a console."""
    assert repr(small.tools) == "<1 items: pairs>"
    assert repr(library.tools).endswith(", …>")
    assert len(repr(library.tools)) < 160


def test_the_seconds_and_the_words_of_a_film_come_from_its_scenes(small: Library) -> None:
    """A film lasts as long as its title, scenes and credits, and its transcript is their narration."""
    film = small.films["once"]
    assert (film.seconds, film.transcript) == (5 + 90 + 14, ("Once upon a time.",))


def test_a_pointer_to_itself_is_not_a_link(tmp_path: Path) -> None:
    """A term that refers to itself is not linked with itself."""
    library = load(small_root(tmp_path / "content", changed("terms.yaml", "see: [staff]", "see: [carer, staff]")))
    assert [item.id for item in library.links("carer").all] == ["meeting", "staff"]


def test_a_library_and_links_print_in_one_line(library: Library, small: Library) -> None:
    """In a Python session, both print counts by kind, not every item in full."""
    assert repr(library).startswith(f"<Library '{library.about.title}': 6 themes, {len(library.tools)} tools, ")
    assert repr(library.links("sharing-power")).startswith("<Links: ")
    assert "\n" not in repr(library) + repr(library.links("sharing-power"))
    assert len(repr(library)) < 360
    assert repr(evolve(small, **{kind.plural: Items() for kind in KINDS})) == (
        f"<Library '{small.about.title}': no items>"
    )
