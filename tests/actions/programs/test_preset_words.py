"""Presets in a shop's words: preset_words, what_if_candidates."""

import pytest

from pos_app.actions.programs.preset_words import PRESET_WORDS, preset_told
from pos_app.actions.trying.what_if_candidates import what_if_candidates
from pos_app.engine.combinations import COMBINATIONS
from pos_app.engine.parameters.kinds import KINDS, PRESETS
from pos_app.engine.program import read_parameters
from pos_app.shop import Shop
from pos_app.wording import Language, Wording

BOTH = (Language.ZH_CN, Language.EN)


def test_every_preset_has_words_of_its_own() -> None:
    """A name of the rulebook says nothing to an owner who did not read it."""
    words = {kind: tuple(named) for kind, named in PRESET_WORDS.items()}

    assert words == {kind: tuple(named) for kind, named in PRESETS.items()}
    for named in PRESET_WORDS.values():
        assert len(set(named.values())) == len(named)


@pytest.mark.parametrize("language", BOTH)
def test_what_is_tried_is_listed_in_words_with_the_name_behind(
    shop: Shop, language: Language
) -> None:
    """The terminal goes on taking the rulebook's name; the list says what it is."""
    wording = Wording(language)
    listed = [each for each in what_if_candidates(shop, wording) if each.preset]

    assert {each.preset for each in listed} == {
        preset for named in PRESETS.values() for preset in named
    }
    for each in listed:
        (ask,) = each.programs
        assert ask.preset == each.preset
        assert each.preset not in each.title
        assert each.title.endswith(preset_told(ask.kind, each.preset, wording))


def test_the_defaults_of_a_kind_are_listed_once(shop: Shop) -> None:
    """SAFE30 is the chain as it ships: nobody should wonder how two of them differ."""
    found = what_if_candidates(shop, Wording(Language.EN))[: -len(COMBINATIONS)]
    tried = [
        (ask.kind, read_parameters(ask.kind, preset=ask.preset))
        for each in found
        for ask in each.programs
        if ask.kind != "M1b"
    ]

    assert len(set(tried)) == len(tried)
    assert {kind for kind, _parameters in tried} == set(KINDS) - {"M1b"}
