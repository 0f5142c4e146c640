"""The benchmark: what it costs to build a project of many plans, beside stock MkDocs and Zensical in the same run."""
