"""The files of a pack, shown before they are downloaded."""
