"""Reading the recordings of people who speak in films."""
