"""The expanded plan as JSON, ``hardday/plan@1``: written in the contract's order, read with a place for every fault."""

from generator.plan_json.read import finding_diagnostics, read_plan
from generator.plan_json.write import write_plan

__all__ = ["finding_diagnostics", "read_plan", "write_plan"]
