"""The web application: addresses, requests, responses and the server."""
