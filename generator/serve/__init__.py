"""The preview: a project kept warm in memory, whose pages follow what its author saves.

`inputs` says by content what changed, `warm` makes the site anew from what is left, `pages` makes HTML of it when it is
asked for, `desk` does so whenever something was saved, `web` serves it.
"""
