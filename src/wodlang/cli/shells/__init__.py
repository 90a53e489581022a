"""The functions that completion scripts call, one file a shell; @WORDS@ are put in."""
