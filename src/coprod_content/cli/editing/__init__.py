"""Commands that write into a content root."""
