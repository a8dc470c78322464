"""The colours hold by numbers: even steps, told apart with every common kind of colour vision, readable text."""

from itertools import pairwise

import pytest

from knotbook.resources.theme import NAMES, Theme, load_theme
from tests.colour import CVD, contrast, difference, oklab


@pytest.fixture(params=NAMES)
def theme(request: pytest.FixtureRequest) -> Theme:
    return load_theme(request.param)


def test_lightness_runs_one_way_from_1_to_10_in_steps_alike(theme: Theme) -> None:
    light = [float(oklab(colour)[0]) for colour in theme.pain[1:]]
    steps = [b - a for a, b in pairwise(light)]
    assert all(step > 0 for step in steps) if theme.dark else all(step < 0 for step in steps)
    assert max(map(abs, steps)) < 1.4 * min(map(abs, steps))


def test_steps_of_the_ramp_are_perceptually_even(theme: Theme) -> None:
    steps = [difference(a, b) for a, b in pairwise(theme.pain[1:])]
    assert min(steps) > 6 and max(steps) < 1.25 * min(steps)


@pytest.mark.parametrize("vision", CVD)
def test_neighbours_zero_and_no_data_are_told_apart(theme: Theme, vision: str) -> None:
    ramp = theme.pain[1:]
    assert min(difference(a, b, vision) for a, b in pairwise(ramp)) > 4
    assert min(difference(theme.pain[0], colour, vision) for colour in ramp) > 6
    assert min(difference(theme.no_data, colour, vision) for colour in theme.pain) > 3.5


def test_words_are_readable_on_every_ground(theme: Theme) -> None:
    for ground in (theme.ground, theme.surface, theme.raised):
        assert contrast(theme.ink, ground) >= 7
        for words in (theme.ink_soft, theme.ink_faint, theme.accent, theme.danger):
            assert contrast(words, ground) >= 4.5, (words, ground)
    assert contrast(theme.accent, theme.accent_soft) >= 4.5
    assert contrast(theme.on_accent, theme.accent) >= 4.5


def test_chart_lines_stand_out_from_the_ground(theme: Theme) -> None:
    assert all(contrast(colour, theme.surface) >= 3 for colour in theme.series)
    assert len(set(theme.series)) == len(theme.series)


def test_a_missing_colour_is_an_error_not_a_black_screen() -> None:
    with pytest.raises(FileNotFoundError):
        load_theme("sepia")


@pytest.mark.parametrize("vision", CVD)
def test_better_the_same_and_worse_are_told_apart(theme: Theme, vision: str) -> None:
    scale = theme.change
    assert min(difference(a, b, vision) for a, b in pairwise(scale)) > 6
    assert min(difference(scale[i], scale[8 - i], vision) for i in range(4)) > 9, "better is never taken for worse"
    assert min(difference(theme.no_data, colour, vision) for colour in scale) > 3.5
    light = [float(oklab(colour)[0]) for colour in scale]
    assert max(abs(light[i] - light[8 - i]) for i in range(4)) < 0.02, "neither side looks stronger"
