"""Plan a workshop from the time, people and purpose at hand."""
