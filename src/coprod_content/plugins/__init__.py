"""Renderer and inspector plugins, found by entry point in any installed distribution."""
