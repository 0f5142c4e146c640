"""What runs are called and what they are for, in a sentence each."""

from __future__ import annotations

from generator.model.library import RaceClass
from generator.model.plan import Reason

TITLES = {
    "easy": "Easy run",
    "aerobic": "Steady aerobic run",
    "long": "Long run",
    "second_long": "Second long run",
    "race": "Race",
}
RACE_NAMES = {5000: "5K", 10000: "10K", 21097: "half marathon", 42195: "marathon", 50000: "50K"}
PURPOSES = {
    "easy": "Slow enough to chat the whole way. It lets you recover and still adds to the week.",
    "aerobic": "Steady and comfortable, never a strain. Most of your fitness comes from runs like this.",
    "long": "Time on your feet at an effort you could keep up for hours. Eat, drink, and be patient.",
    "quality": "The week's hard running. Warm up first, keep the effort even, and stop while you could still do more.",
    "second_long": "Running on tired legs, gently. It prepares you for the late hours of a long race.",
    "long_with": "The end of this long run is at race effort, so that you meet it with some distance in your legs.",
    "race": "This is what the weeks were for. Start a little slower than you want to, and enjoy it.",
    "tune_up": "A race to practice racing. Run it honestly and don't chase a time.",
    "workout": "Follow the minutes and forget the pace. Walking breaks are part of the plan.",
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
CROSS_TITLES = {"recovery": "Cross-training, easy", "aerobic": "Cross-training, steady"}

#: Why a session stands there, where the scheduler has no more to say: every session has at least one reason.
PLAIN_REASONS = {
    "easy": Reason("hard-days-hard", "Easy, so that the hard days can be hard."),
    "aerobic": Reason("hard-days-hard", "A steady day between the hard ones."),
    "long": Reason("hard-days-hard", "The long run is one of the week's hard days."),
    "quality": Reason("hard-days-hard", "The quality run makes this one of the week's hard days."),
    "race": Reason("wish", "The race stands on its day."),
    "cross": Reason("rest-after-heavy", "Movement without impact, so that your legs can recover."),
    "lift": Reason("lift-after-run", "After the run, never before it."),
}
MADE_EASY = Reason("hard-days-hard", "Too short to be a steady run this week, so it is an easy one.")
EASED_LIFT = Reason(
    "long-run-then-light", "The long run is very long today, so the lift is short and light and leaves deadlifts out."
)
