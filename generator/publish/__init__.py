"""Plan to pages: facts, Markdown, pictures, JSON."""
