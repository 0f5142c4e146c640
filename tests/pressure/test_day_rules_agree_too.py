"""The second half of the random plans of ``test_day_rules_agree``, for another worker."""

import pytest
from week_agreement import agreement


@pytest.mark.long
def test_they_agree_on_fifty_thousand_more_plans() -> None:
    assert agreement(range(54_000, 104_000)).differences == []
