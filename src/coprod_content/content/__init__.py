"""Content items as typed values, and the library that contains them."""
