"""Reading films that were made, recordings of speakers, and sign language videos."""
