import pytest

from kit.classroom.report.share import Share


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (Share(0, 0), "–"),
        (Share(1, 1), "1/1 *"),
        (Share(2, 4), "2/4 *"),
        (Share(0, 5), "0 % (0/5)"),
        (Share(1, 6), "17 % (1/6)"),
        (Share(1500, 2000), "75 % (1,500/2,000)"),
    ],
)
def test_of_a_few_there_is_no_percentage(share: Share, text: str) -> None:
    assert str(share) == text
    assert share.few == ("%" not in text)
