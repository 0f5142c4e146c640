"""Loads and repetitions: what share of the one-repetition maximum (1RM) a set of some repetitions asks for.

The chart comes from **two** tables of the NSCA, mixed here by this project: 1 to 10 and 12 repetitions from the
association's online Training Load Chart (which ends at 12 = 70 %), 15 = 65 % from its textbook (which itself has
11 = 70 and 12 = 67). 11, 13 and 14 are interpolated. People vary widely around any chart: at 70 % of a squat
maximum trained lifters did 6 to 26 repetitions (cited in Zourdos 2021). So repetitions in reserve (RIR) are the
prescription, and the percentage is a starting hint.
"""

from __future__ import annotations

#: Repetitions to failure and the share of 1RM in percent. Sources: nsca-load-chart, nsca-essentials-ch17.
CHART: dict[int, float] = {
    1: 100, 2: 95, 3: 93, 4: 90, 5: 87, 6: 85, 7: 83, 8: 80, 9: 77, 10: 75, 12: 70, 15: 65,
}  # fmt: skip
MOST_REPS = max(CHART)
BRZYCKI_MOST_REPS = 10


def percent_of_max(reps: int) -> float:
    """Return the percentage of 1RM with which ``reps`` repetitions (1 to 15) are just possible; else ValueError."""
    if not 1 <= reps <= MOST_REPS:
        raise ValueError(f"the load chart covers 1 to {MOST_REPS} repetitions, not {reps}")
    below = max(known for known in CHART if known <= reps)
    above = min(known for known in CHART if known >= reps)
    if below == above:
        return CHART[reps]
    share = (reps - below) / (above - below)
    return CHART[below] + share * (CHART[above] - CHART[below])


def percent_1rm(reps: int, rir: int) -> int:
    """Return the starting load in whole percent of 1RM for ``reps`` repetitions with ``rir`` left in reserve.

    The identity %1RM(reps, RIR) = chart[reps + RIR]; six with two left is an eight-repetition maximum, 80 %.
    ValueError if reps + rir leave the chart. Halves round up.
    """
    return int(percent_of_max(reps + rir) + 0.5)


def possible_reps(percent: float) -> int:
    """Return how many repetitions are just possible with a share of 1RM (0 to 100 %): the chart read the other way.

    Between two lines of the chart the fewer count. Below 65 %, where it ends, Epley's formula stands in, up to 100.
    ValueError for a share above the maximum or below nothing.
    """
    if not 0 <= percent <= 100:
        raise ValueError(f"a share of the maximum lies between 0 and 100 %, not {percent}")
    if percent >= CHART[MOST_REPS]:
        return max(reps for reps in range(1, MOST_REPS + 1) if percent_of_max(reps) >= percent)
    return min(100, int(30 * (100 / percent - 1))) if percent else 100


def rpe(rir: int) -> int:
    """Return the effort on the RIR-based scale of ten: RPE = 10 - RIR (zourdos-2016, helms-2016)."""
    return 10 - rir


def epley(load: float, reps: int) -> float:
    """Return the estimated 1RM, in the unit of ``load``, by Epley (1985): w(1 + r/30).

    At one repetition the formula would give 103 %; there the load itself is the maximum. ValueError below 1.
    """
    if reps < 1:
        raise ValueError("at least one repetition is needed to estimate a maximum")
    return load if reps == 1 else load * (1 + reps / 30)


def brzycki(load: float, reps: int) -> float:
    """Return the estimated 1RM, in the unit of ``load``, by Brzycki (1993): 36w/(37 - r), for 1 to 10 repetitions.

    ValueError outside, where the relation is no longer close to a line.
    """
    if not 1 <= reps <= BRZYCKI_MOST_REPS:
        raise ValueError(f"Brzycki's formula holds for 1 to {BRZYCKI_MOST_REPS} repetitions, not {reps}")
    return load * 36 / (37 - reps)
