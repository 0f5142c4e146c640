"""Fitness and pace by the formulas of Daniels and Gilbert (1979): VDOT, race times, training paces.

Velocity v in meters a minute asks for oxygen VO2(v) = -4.60 + 0.182258 v + 0.000104 v²; a race of t minutes can be
run at the share F(t) = 0.8 + 0.1894393 e^(-0.012778 t) + 0.2989558 e^(-0.1932605 t) of VO2max. VDOT = VO2 / F.
The formulas give the published table's race times within 0.2 %. Training shares are fitted to the table's paces:
threshold 88 %, interval 97.5 %, easy 59 to 74 %; repetition pace is near mile race pace (2 s per 400 m).
"""

from __future__ import annotations

from math import exp, sqrt

MARATHON_M, HALF_MARATHON_M, MILE_M = 42_195, 21_097.5, 1_609.344
THRESHOLD, INTERVAL = 0.88, 0.975
EASY_LEAST, EASY_MOST = 0.59, 0.74
LEAST_VDOT, MOST_VDOT = 10.0, 90.0
SLOWEST_SPEED, FASTEST_SPEED = 30.0, 600.0  # m/min: brackets for bisection


def oxygen(speed: float) -> float:
    """Return the oxygen cost in ml/kg/min of running at ``speed`` m/min."""
    return -4.60 + 0.182258 * speed + 0.000104 * speed**2


def speed_at(vo2: float) -> float:
    """Return the speed in m/min that costs ``vo2`` ml/kg/min (above -4.6): the inverse of :func:`oxygen`."""
    a, b, c = 0.000104, 0.182258, -4.60 - vo2
    return (-b + sqrt(b * b - 4 * a * c)) / (2 * a)


def sustainable_share(minutes: float) -> float:
    """Return the share of VO2max that can be held for ``minutes`` of racing."""
    return 0.8 + 0.1894393 * exp(-0.012778 * minutes) + 0.2989558 * exp(-0.1932605 * minutes)


def vdot(distance_m: float, time_s: float) -> float:
    """Return the VDOT of a race result: meters and seconds, both above 0; else ValueError."""
    if distance_m <= 0 or time_s <= 0:
        raise ValueError("a race result needs a distance and a time above zero")
    minutes = time_s / 60
    return oxygen(distance_m / minutes) / sustainable_share(minutes)


def race_time(fitness: float, distance_m: float) -> float:
    """Return the predicted race time in seconds at a VDOT, by bisection to less than a hundredth of a second."""
    quick, slow = 60 * distance_m / FASTEST_SPEED, 60 * distance_m / SLOWEST_SPEED
    while slow - quick > 0.01:
        middle = (quick + slow) / 2
        if vdot(distance_m, middle) > fitness:
            quick = middle
        else:
            slow = middle
    return (quick + slow) / 2


def pace(fitness: float, share: float) -> float:
    """Return the pace in seconds per km at a ``share`` (0.5 to 1.2) of VDOT."""
    return 60_000 / speed_at(fitness * share)


def race_pace(fitness: float, distance_m: float) -> float:
    """Return the predicted race pace in seconds per km over a distance in meters."""
    return race_time(fitness, distance_m) * 1000 / distance_m


def from_pace(seconds_per_km: float, share: float) -> float:
    """Return the VDOT of a runner for whom that pace is that share of it, kept within 10 to 90."""
    fitness = oxygen(60_000 / seconds_per_km) / share
    return min(MOST_VDOT, max(LEAST_VDOT, fitness))


def riegel(distance_m: float, time_s: float, other_m: float) -> float:
    """Return the time in seconds over another distance by Riegel (1977; 1981): t2 = t1 (d2/d1)^1.06.

    Good up to the half marathon. At the marathon it was at least ten minutes too fast for half of recreational
    runners (vickers-vertosick-2016): whoever prints a marathon prediction prints that beside it.
    """
    return float(time_s * (other_m / distance_m) ** 1.06)
