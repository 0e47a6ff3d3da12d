"""Inline text: spans, sentences, titles, wording and links."""
