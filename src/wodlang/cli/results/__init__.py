"""Results of earlier runs of `wod check`: found again, or written for the next."""
