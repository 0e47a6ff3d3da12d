"""Works that the canonical content cites were seen, and are cited for what they are."""

import re

from coprod_content import Library
from coprod_content.content.item_texts import pointers, texts
from coprod_content.content.model import Reference

CITATION = re.compile(r"\[@([\w-]+)\]")


def _citing(library: Library) -> list[tuple[str, str]]:
    """Return each prose field that cites a work, with the id of its item, references left out."""
    items = [item for item in library if not isinstance(item, Reference)]
    return [(item.id, prose) for item in items for _, prose in texts(item) if CITATION.search(prose)]


def test_every_citation_leads_to_a_work_that_was_seen(library: Library) -> None:
    """Nothing is cited from general knowledge."""
    cited = {pointer.target for item in library for pointer in pointers(item) if pointer.kind == "reference"}
    assert len(cited) >= 185
    assert [id_ for id_ in sorted(cited) if library.references[id_].seen is None] == []


def test_research_on_involvement_in_research_is_cited_as_such(library: Library) -> None:
    """Prose that cites a work about involving people in research has the word in it."""
    about_research = {id_ for id_, work in library.references.items() if work.research}
    assert about_research
    unsaid = [(id_, prose) for id_, prose in _citing(library) if set(CITATION.findall(prose)) & about_research]
    assert [found for found in unsaid if "research" not in found[1].lower()] == []


def test_the_review_says_truly_how_much_of_its_works_was_seen(library: Library) -> None:
    """The numbers in the account of how the review was made are those of the works that it cites."""
    review = library.articles["literature-review"]
    works = [library.references[p.target] for p in pointers(review) if p.kind == "reference"]
    cited = {work.id: work.seen for work in works}
    records = sum(seen == "record" for seen in cited.values())
    account = " ".join(prose for _, prose in texts(review))
    numbers = re.search(r"For (\d+) of the (\d+) works cited here", account)
    assert numbers
    assert (int(numbers[1]), int(numbers[2])) == (len(cited) - records, len(cited))
    assert records == 9
    assert "marks the other nine" in account


def test_every_study_is_in_the_tables_of_the_review(library: Library) -> None:
    """The review sets out each study once."""
    review = library.articles["literature-review"]
    listed = [id_ for chapter in review.chapters for passage in chapter.body for id_ in passage.studies]
    assert sorted(listed) == sorted(id_ for id_, work in library.references.items() if work.study)
