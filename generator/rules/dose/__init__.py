"""Rules over what a strength session holds: exercises, sets, repetitions and how close to empty."""
