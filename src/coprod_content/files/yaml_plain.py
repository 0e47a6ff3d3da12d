"""Reading YAML that has nothing odd in it, as nearly every file, into plain values and nothing else, fast."""

import re
from collections.abc import Callable, Iterator

import yaml
from yaml.events import (
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    ScalarEvent,
)

DEEPEST = 20
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_HOLDING = (ScalarEvent, CollectionStartEvent)

Value = str | list["Value"] | dict[str, "Value"]


class Odd(Exception):
    """Something that may have to be refused, which takes a reader that knows where things stand."""


def events_of(text: str) -> Iterator[Event]:
    """The events of YAML text. Raises yaml.YAMLError where they come to what is not YAML."""
    return iter(_LOADER(text).get_event, None)


def plain(text: str) -> Value:
    """The value of YAML text. Raises Odd, and yaml.YAMLError."""
    events = events_of(text)
    value: Value = {}
    documents = 0
    for event in events:
        if isinstance(event, DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise Odd
            value = _value(next(events), events.__next__, 0)
    return value


def _value(event: Event, following: Callable[[], Event], depth: int) -> Value:
    if not isinstance(event, _HOLDING) or event.anchor or event.tag:
        raise Odd
    if isinstance(event, ScalarEvent):
        return str(event.value)
    if depth > DEEPEST:
        raise Odd
    is_mapping = isinstance(event, MappingStartEvent)
    return _mapping(following, depth + 1) if is_mapping else _sequence(following, depth + 1)


def _mapping(following: Callable[[], Event], depth: int) -> Value:
    value: dict[str, Value] = {}
    while True:
        event = following()
        if isinstance(event, CollectionEndEvent):
            return value
        if not isinstance(event, ScalarEvent):
            raise Odd
        key = event.value
        if key == "<<" or key in value or (event.style == '"' and CONTROL.search(key)):
            raise Odd
        value[key] = _value(following(), following, depth)


def _sequence(following: Callable[[], Event], depth: int) -> Value:
    value: list[Value] = []
    while True:
        event = following()
        if isinstance(event, CollectionEndEvent):
            return value
        value.append(_value(event, following, depth))
