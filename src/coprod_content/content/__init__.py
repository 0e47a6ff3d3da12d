"""Content items as typed values, and the library of them."""
