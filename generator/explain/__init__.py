"""Explain: what stands where, why, what the other days would have broken, and which numbers come from which table."""

from generator.explain.day import Explainer, Explanation, WeekExplanation
from generator.explain.number import Number
from generator.explain.text import explain_json, explain_text

__all__ = ["Explainer", "Explanation", "Number", "WeekExplanation", "explain_json", "explain_text"]
