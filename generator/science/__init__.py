"""Published formulae, pure and cited."""
