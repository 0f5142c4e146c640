"""The expanded plan as JSON, ``hardday/plan@1``: written in the contract's order, read with a place for every fault.

Beside it the index of all plans, and the JSON Schema of both. Schemas are made when they are asked for: whoever only
writes a plan need not load what makes them.
"""
