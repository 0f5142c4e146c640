"""The fourth quarter of the 100,000 drawn definitions; see ``definition_families``."""

import pytest
from definition_families import a_quarter


@pytest.mark.long
def test_25_000_definitions_expand_or_clash_with_reason() -> None:
    a_quarter(3)
