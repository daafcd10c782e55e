"""Stage 6: findings and results become what people and tools read; words are made only here."""
