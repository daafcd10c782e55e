"""One file per change, named by its place in the order."""
