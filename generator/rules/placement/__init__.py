"""Rules over days and roles: which day may carry what, across the seams between weeks."""
