"""Runs of `wod check` that change files, or say what they would change."""
