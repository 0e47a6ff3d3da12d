"""The run page: a web page from which people run a session."""
