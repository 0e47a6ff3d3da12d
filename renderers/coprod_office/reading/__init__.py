"""Read Office packages safely: parts, themes, colours and inherited styles."""
