"""The rules of the pack, each in a file of its own."""
