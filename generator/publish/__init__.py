"""Plan to pages: facts, Markdown, pictures. Nothing is imported here, so that a module costs only what it needs."""
