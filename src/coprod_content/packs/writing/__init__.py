"""Write files to a folder: all of them or none."""
