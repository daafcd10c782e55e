"""Stages 4 and 5: a curriculum and a pupil's route become choices, states of rules and a verdict."""
