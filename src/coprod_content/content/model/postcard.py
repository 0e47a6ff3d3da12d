"""Postcards."""

from attrs import frozen

from coprod_content.content.field_types import Audience, Moment, Prose, Question, ResourceId, ThemeId
from coprod_content.content.model.easy_read import EasyRead
from coprod_content.content.model.item import Change, Item


@frozen(kw_only=True)
class Postcard(Item):
    """A card that opens a conversation: one question in front, help for whoever asks it on the back.

    `changes` are newest first.
    """

    theme: ThemeId
    question: Question
    why: Prose
    follow_ups: tuple[Question, ...]
    listen_for: Prose
    audience: tuple[Audience, ...]
    moment: Moment
    resource: ResourceId | None = None
    easy_read: EasyRead | None = None
    changes: tuple[Change, ...] = ()
