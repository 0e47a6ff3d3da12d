"""Plugins of any distribution: renderers and inspectors, found by entry point."""
