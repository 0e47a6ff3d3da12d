"""Editions: functions from a Library and a selection to a Document. They decide what to say."""

from coprod_content.editions.edition import EDITIONS, Edition, UnknownEdition, compose, edition_named
from coprod_content.editions.selection import SelectionError

__all__ = ["EDITIONS", "Edition", "SelectionError", "UnknownEdition", "compose", "edition_named"]
