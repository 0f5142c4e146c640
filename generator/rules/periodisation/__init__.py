"""Rules over the season: what must come before what, and how strength follows the running."""
