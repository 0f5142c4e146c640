"""How far and how heavy, week by week: one progression a module."""
