"""What each word of a vocabulary means, in a line, as an editor shows it beside the word."""

from __future__ import annotations

MEANINGS: dict[str, str] = {
    # audience
    "competitive": "Trains for times, and for many years.",
    "recreational": "Runs regularly and has raced before.",
    "first-timer": "First plan or first race of its kind: no quality runs, no heavy lifts, one aerobic run.",
    "masters": "Fifty and older: one quality run a week.",
    "returning": "Comes back from an injury: base lifts, no heavy ones.",
    "triathlete": "Swims and rides beside running.",
    # what a phase does for running
    "off-season": "No race in sight: easy running, room for strength.",
    "build": "More quality; heavy lifts have their place here.",
    "specific": "The hardest running, near race effort: strength only maintains.",
    "taper": "Less of everything before the race.",
    "race": "The week of the race.",
    "transition": "The weeks after the season.",
    # what a phase does for strength, and the kinds of a written session
    "base": "Lays the ground: easy running, or moderate lifts with repetitions in reserve.",
    "base_hold": "Base lifts that stay as they are.",
    "heavy": "Few repetitions, much weight; needs the base and a professional's sign-off.",
    "power": "Heavy lifts with jumps.",
    "maintenance": "Once a week, enough to keep what is there.",
    "abbreviated": "A short bodyweight session.",
    "off": "No lifting.",
    # kinds of quality run
    "strides": "Short relaxed fast strides.",
    "hills": "Repeats uphill.",
    "fartlek": "Faster and slower by feel.",
    "threshold": "Comfortably hard, about an hour's race effort.",
    "intervals": "3-5 min hard, about 5k effort.",
    "repetitions": "Short and fast with full rests.",
    "race-pace": "At the goal race's effort.",
    "marathon-pace": "Long parts at marathon effort.",
    "half-marathon-pace": "Long parts at half-marathon effort.",
    # cross-training
    "recovery": "Easy movement; carries no lift.",
    "aerobic": "Steady work; may carry a short lift.",
    # rhythm of lighter weeks
    "every 2 weeks": "Every second week is lighter.",
    "every 3 weeks": "Every third week is lighter.",
    "every 4 weeks": "Every fourth week is lighter.",
    "none": "No week is lighter.",
    # units and weeks
    "km": "Kilometers.",
    "mi": "Miles.",
}
