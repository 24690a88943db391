from __future__ import annotations

import pytest

from planbureau.pictograms.dutch import fold, same_word, sentences, stems, typed_stems, words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Cliënt", "client"),
        ("  Één  uur ", "een uur"),
        ("foto's en opa’s", "fotos en opas"),
        ("tv-kijken", "tv kijken"),
        ("sta … op", "sta ... op"),
        ("!?", ""),
    ],
)
def test_folding_leaves_letters_digits_and_gaps(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_words_and_sentences() -> None:
    assert words("Ik ga, nu.") == ("ik", "ga", "nu")
    assert sentences("Eerst eten. Dan slapen!\nMorgen ... weer") == (
        ("eerst", "eten"),
        ("dan", "slapen"),
        ("morgen", "...", "weer"),
    )


@pytest.mark.parametrize(
    ("typed", "term"),
    [
        ("doucht", "douche"),
        ("gedoucht", "douchen"),
        ("loopt", "lopen"),
        ("boze", "boos"),
        ("brieven", "brief"),
        ("huizen", "huis"),
        ("afspraken", "afspraak"),
        ("gewassen", "wassen"),
        ("fietste", "fietsen"),
        ("koekjes", "koekje"),
        ("begeleiders", "begeleider"),
        ("werkte", "werken"),
    ],
)
def test_forms_of_one_word(typed: str, term: str) -> None:
    assert same_word(typed, term)


@pytest.mark.parametrize(
    ("typed", "term"),
    [
        ("daan", "gedaan"),
        ("gebeurt", "beurs"),
        ("huis", "huilen"),
        ("bus", "bui"),
        ("alleen", "aal"),
        ("zien", "zus"),
    ],
)
def test_words_that_only_look_alike(typed: str, term: str) -> None:
    assert not same_word(typed, term)


def test_the_likeliest_shape_comes_first() -> None:
    assert stems("lopen")[:2] == ("lopen", "loop")
    assert typed_stems("gefietst")[-1] == "fiets"
    assert typed_stems("geld") == stems("geld")
