"""Other formats: what reads them and what writes them, one file each."""
