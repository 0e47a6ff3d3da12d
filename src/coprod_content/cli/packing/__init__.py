"""Commands that make packs."""
