"""The HTML of a site's pages, made with MkDocs' own functions for some of them at a time: the same bytes that one run
of MkDocs over all of them writes."""
