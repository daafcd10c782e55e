"""Stage 0: a file becomes a Source; places in it are Spans, and what is wrong with it Diagnostics."""
