"""Sound and film files, written with PyAV."""
