"""The expanded plan as JSON, ``hardday/plan@1``: written in the contract's order, read with a place for every fault.

Beside it the index of all plans, and the JSON Schema of both. Schemas are made when they are asked for: whoever only
writes a plan need not load what makes them.
"""

from generator.plan_json.index import Index, IndexCalendar, IndexPhase, IndexPlan, IndexRace, write_index
from generator.plan_json.read import finding_diagnostics, read_plan
from generator.plan_json.schema import INDEX_SCHEMA, PLAN_SCHEMA, index_schema, plan_schema, schema_text
from generator.plan_json.write import write_plan

__all__ = [
    "INDEX_SCHEMA",
    "PLAN_SCHEMA",
    "Index",
    "IndexCalendar",
    "IndexPhase",
    "IndexPlan",
    "IndexRace",
    "finding_diagnostics",
    "index_schema",
    "plan_schema",
    "read_plan",
    "schema_text",
    "write_index",
    "write_plan",
]
