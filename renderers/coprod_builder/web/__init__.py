"""The web application: routes, requests, responses and the server."""
