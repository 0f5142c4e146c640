"""Rules over how far and how hard: volume, long runs, quality, lighter weeks and the taper."""
