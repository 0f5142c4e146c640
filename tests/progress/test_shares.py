from hypothesis import given
from hypothesis import strategies as st

from generator.progress.shares import Share, share

SHARES = st.lists(
    st.builds(
        lambda weight, least, room: Share(weight, least, least + room),
        st.sampled_from([0.7, 1.0, 1.1]),
        st.integers(0, 8),
        st.integers(0, 15),
    ),
    min_size=1,
    max_size=7,
)


@given(st.integers(0, 120), SHARES)
def test_shares_add_up_within_bounds_or_there_is_none(total, shares):
    given_out = share(total, shares)
    least, most = sum(s.least for s in shares), sum(s.most for s in shares)
    if given_out is None:
        assert not least <= total <= most
        return
    assert sum(given_out) == total
    assert all(s.least <= units <= s.most for s, units in zip(shares, given_out, strict=True))


def test_weights_tell():
    assert share(17, [Share(1.0, 0, 99), Share(0.7, 0, 99)]) == (10, 7)


def test_alike_goes_to_the_earlier():
    assert share(5, [Share(1.0, 0, 99), Share(1.0, 0, 99)]) == (3, 2)


def test_nothing_to_share():
    assert share(0, []) == ()
    assert share(3, []) is None
