"""Renderers and inspectors: plugins from any distribution, found by entry point."""
