"""Windows cover every word once and never hold more pieces than the encoder takes."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.annotate.core.surface import BLOCK, SPACE
from pipeline.annotate.core.windows import LONGEST, plan_windows

WORD = st.tuples(
    st.integers(1, 12), st.sampled_from([SPACE] * 9 + [BLOCK]), st.sampled_from(["a", "b", "."])
)


@given(st.lists(WORD, max_size=900))
def test_kept_parts_follow_each_other(words: list[tuple[int, int, str]]) -> None:
    sizes, gaps, texts = ([w[n] for w in words] for n in range(3))
    windows = plan_windows(sizes, gaps, texts)
    at = 0
    for window in windows:
        assert window.keep == at
        assert window.start <= window.keep < window.keep_end <= window.end
        assert sum(sizes[window.start : window.end]) <= LONGEST
        at = window.keep_end
    assert at == len(words)


def test_blocks_are_kept_whole_where_they_fit() -> None:
    sizes, gaps = [1] * 400, [SPACE] * 400
    gaps[0] = gaps[180] = BLOCK
    first, *_ = plan_windows(sizes, gaps, ["a"] * 400)
    assert (first.keep_end, first.end) == (180, 180)
