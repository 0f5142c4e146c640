"""The article's own week, and ways to change it: the plan that breaks no rule, from which mutations start."""

ARTICLE: dict[str, str] = {
    "Mo": "aerobic 8 km",
    "Tu": "quality 10 km+heavy",
    "We": "rest",
    "Th": "aerobic 10 km+abbreviated",
    "Fr": "aerobic 8 km",
    "Sa": "long 16 km+heavy",
    "Su": "cross",
}


def week(**days: str) -> str:
    """Return the article's week with some days changed: ``week(We="rest+abbreviated")``."""
    return " | ".join(f"{name} {sessions}" for name, sessions in (ARTICLE | days).items())


def base_week(**days: str) -> str:
    """Return the article's week with base lifts in place of heavy ones."""
    return week(**{"Tu": "quality 10 km+base", "Sa": "long 16 km+base"} | days)


def light_week(lift: str, dose: str) -> str:
    """Return a cutback week: 20 % less running, fewer sets of the big lift."""
    days = {"Mo": "aerobic 6 km", "Th": "aerobic 8 km+abbreviated", "Fr": "aerobic 5.5 km"}
    return "[cutback deload] " + week(**days, Tu=f"quality 8 km+{lift}({dose})", Sa=f"long 14 km+{lift}({dose})")


LIGHT_HEAVY = light_week("heavy", "back-squat knee-dominant 2x6@4 75%; split-squat single-leg-knee 2x8@4 side")
LIGHT_BASE = light_week("base", "goblet-squat knee-dominant 2x10@4 65%; step-up single-leg-knee 2x10@4 side")


def weeks(*parts: str) -> str:
    """Join weeks."""
    return " || ".join(parts)
