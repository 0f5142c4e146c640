"""The site in parts: each plan is one, made of its own sources and of what all plans share, and made again only when
these are others. What belongs to no single plan is made of the plans' summaries."""
