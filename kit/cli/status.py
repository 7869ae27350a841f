"""What the `kit` command ends with where it does not end with 0."""

OUT_OF_DATE = 1
UNFINISHED = 1
BAD_INPUT = 2
"""Exit status for input that can't be used; argparse has the same for its own."""
INTERRUPTED = 130
BROKEN_PIPE = 141
