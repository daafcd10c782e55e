"""Stage 1: a Source becomes declarations, blocks of sentences with a span on every name."""
