"""Inline text: spans, sentences, titles, links and missing glyphs."""
