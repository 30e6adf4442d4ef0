"""What looks like chance in the sample is the same on every machine."""

import pytest

from pos_app.domain.chance import Chance


def test_a_seed_gives_its_own_numbers() -> None:
    """The sample shop of the manual is the one on everybody's screen."""
    chance = Chance(7)
    found = [chance.below(100) for _ in range(8)]

    assert found == [98, 70, 42, 55, 19, 63, 22, 6]


@pytest.mark.parametrize(("lowest", "highest"), [(0, 0), (3, 5), (-2, 2)])
def test_a_number_lies_within_both_ends(lowest: int, highest: int) -> None:
    """Both ends come up, and nothing beyond them."""
    chance = Chance(1)
    found = {chance.between(lowest, highest) for _ in range(200)}

    assert found == set(range(lowest, highest + 1))


def test_weights_decide_how_often() -> None:
    """What weighs nothing never comes; three to one is about three to one."""
    chance = Chance(2)
    found = [chance.weighted([3, 0, 1]) for _ in range(4000)]

    assert 2850 < found.count(0) < 3150
    assert found.count(1) == 0


def test_something_happens_about_as_often_as_said() -> None:
    """One time in ten."""
    chance = Chance(3)
    found = sum(chance.happens(1, 10) for _ in range(4000))

    assert 340 < found < 460


def test_each_choice_comes_up() -> None:
    """None of four is forgotten."""
    chance = Chance(4)

    assert {chance.one_of("abcd") for _ in range(100)} == set("abcd")
