"""From a syntax tree to a training program."""
