"""Pictures as files: opened with care, freed of what they tell besides, made in several widths."""
