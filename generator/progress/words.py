"""What runs are called and what they are for, in a sentence each."""

from __future__ import annotations

from generator.language import N_, _
from generator.model.library import RaceClass
from generator.model.plan import Reason

_TITLES = {
    "easy": N_("Easy run"),
    "aerobic": N_("Steady aerobic run"),
    "long": N_("Long run"),
    "second_long": N_("Second long run"),
    "race": N_("Race"),
    "quality": N_("Quality run"),
    "run and walk": N_("Run and walk"),
    "cross, recovery": N_("Cross-training, easy"),
    "cross, aerobic": N_("Cross-training, steady"),
}
_RACE_NAMES = {5000: N_("5K"), 10000: N_("10K"), 21097: N_("half marathon"), 42195: N_("marathon"), 50000: N_("50K")}
_PURPOSES = {
    "easy": N_("Slow enough to chat the whole way. It lets you recover and still adds to the week."),
    "aerobic": N_("Steady and comfortable, never a strain. Most of your fitness comes from runs like this."),
    "long": N_("Time on your feet at an effort you could keep up for hours. Eat, drink, and be patient."),
    "quality": N_(
        "The week's hard running. Warm up first, keep the effort even, and stop while you could still do more."
    ),
    "second_long": N_("Running on tired legs, gently. It prepares you for the late hours of a long race."),
    "long_with": N_("The end of this long run is at race effort, so that you meet it with some distance in your legs."),
    "race": N_("This is what the weeks were for. Start a little slower than you want to, and enjoy it."),
    "tune_up": N_("A race to practice racing. Run it honestly and don't chase a time."),
    "workout": N_("Follow the minutes and forget the pace. Walking breaks are part of the plan."),
}
RPE = {"easy": (2, 3), "aerobic": (3, 4), "long": (4, 5), "long_with": (5, 6), "second_long": (3, 4)}
RACE_RPE: dict[RaceClass, tuple[int, int]] = {
    "5k": (8, 9),
    "10k": (8, 9),
    "half marathon": (7, 8),
    "marathon": (6, 8),
    "ultra": (5, 7),
}
CROSS_RPE = {"recovery": (2, 3), "aerobic": (3, 4)}

#: Why a session stands there, where the scheduler has no more to say: every session has at least one reason.
_PLAIN_REASONS = {
    "easy": ("hard-days-hard", N_("Easy, so that the hard days can be hard.")),
    "aerobic": ("hard-days-hard", N_("A steady day between the hard ones.")),
    "long": ("hard-days-hard", N_("The long run is one of the week's hard days.")),
    "quality": ("hard-days-hard", N_("The quality run makes this one of the week's hard days.")),
    "race": ("wish", N_("The race stands on its day.")),
    "cross": ("rest-after-heavy", N_("Movement without impact, so that your legs can recover.")),
    "lift": ("lift-after-run", N_("After the run, never before it.")),
}
_MADE_EASY = ("hard-days-hard", N_("Too short to be a steady run this week, so it is an easy one."))
_EASED_LIFT = (
    "long-run-then-light",
    N_("The long run is very long today, so the lift is short and light and leaves deadlifts out."),
)


def title(name: str) -> str:
    """Return what a run or cross-training is called: ``long``, ``second_long``, ``cross, recovery``."""
    return _(_TITLES[name])


def race_title(metres: int | None) -> str:
    """Return what a race of a distance is called: ``Race: half marathon``."""
    name = _RACE_NAMES.get(metres or 0)
    return _("Race: {name}").format(name=_(name)) if name else title("race")


def purpose(name: str) -> str:
    """Return what a run is for, in a sentence."""
    return _(_PURPOSES[name])


def plain_reason(name: str) -> Reason:
    """Return why a session stands there, where the scheduler has no more to say."""
    rule, text = _PLAIN_REASONS[name]
    return Reason(rule, _(text))


def made_easy() -> Reason:
    """Return why an aerobic day has an easy run."""
    return Reason(_MADE_EASY[0], _(_MADE_EASY[1]))


def eased_lift() -> Reason:
    """Return why a lift is light after a very long run."""
    return Reason(_EASED_LIFT[0], _(_EASED_LIFT[1]))
