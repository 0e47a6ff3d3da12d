"""What is wrong, or could be better: in a library, its wording, a document, a text in simple words."""
