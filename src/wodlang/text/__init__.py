"""The bottom floor: text, places in it, edits to it, and what is said about it."""
