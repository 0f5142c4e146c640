"""Stats: what a plan adds up to, as tables, as data and as a picture."""

from generator.stats.data import stats_csv, stats_json
from generator.stats.measure import PlanNumbers, WeekNumbers, measured
from generator.stats.picture import stats_picture
from generator.stats.table import plain_text, terminal_text

__all__ = [
    "PlanNumbers",
    "WeekNumbers",
    "measured",
    "plain_text",
    "stats_csv",
    "stats_json",
    "stats_picture",
    "terminal_text",
]
