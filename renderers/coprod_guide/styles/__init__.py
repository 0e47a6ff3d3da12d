"""The style sheet, lists and theme of a guide, and its reference document."""
