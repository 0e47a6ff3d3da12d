"""Speech in films, by a computer voice or by people in recordings."""
