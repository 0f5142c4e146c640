"""Pictures as inline SVG, drawn when the site is built. Colors come from style classes, never from the markup."""
