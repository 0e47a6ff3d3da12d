"""Editions: the kinds of document that can be made from a library."""

from coprod_content.editions.composition import compose
from coprod_content.editions.registry import EDITIONS, Edition, UnknownEdition, edition_named
from coprod_content.editions.selection import SelectionError

__all__ = ["EDITIONS", "Edition", "SelectionError", "UnknownEdition", "compose", "edition_named"]
