"""Film files, written with PyAV."""
