"""Postcards."""

from attrs import frozen

from coprod_content.content.field_types import Audience, Moment, Prose, Question, ResourceId, ThemeId
from coprod_content.content.model.easy_read import EasyRead
from coprod_content.content.model.item import Change, Item


@frozen(kw_only=True)
class Postcard(Item):
    """A conversation card: a question on the front, guidance on the back."""

    theme: ThemeId
    """The theme that the postcard belongs to."""
    question: Question
    """The question on the front."""
    why: Prose
    """Why the question is worth asking."""
    follow_ups: tuple[Question, ...]
    """Questions to ask next."""
    listen_for: Prose
    """What to listen for in the answers."""
    audience: tuple[Audience, ...]
    """The groups of people that the question suits."""
    moment: Moment
    """The part of a session that the question suits."""
    resource: ResourceId | None = None
    """A resource to read afterwards."""
    easy_read: EasyRead | None = None
    """An easy-read version of the card. Its first part is printed on the front, and its second part on the back."""
    changes: tuple[Change, ...] = ()
    """What has changed since the card was first published, newest first."""
