"""The second half of the long run of ``test_definitions_expand``, for another worker."""

import pytest
from expanding import expand_all


@pytest.mark.long
def test_a_thousand_more_definitions_expand_or_clash_with_reason() -> None:
    assert expand_all(range(1_120, 2_120)).wrong == []
