"""Stages 2 and 3: declarations become one linked, immutable Curriculum; what is not well-formed is told."""
