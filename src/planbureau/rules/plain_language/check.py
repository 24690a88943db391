"""All language hints of one text, in the order in which they stand in it."""

from __future__ import annotations

from planbureau.rules.plain_language import sentence_checks, word_checks
from planbureau.rules.plain_language.background import background
from planbureau.rules.plain_language.hint import LanguageHint, Limits, TextContext
from planbureau.rules.plain_language.sentences import find_paragraphs, find_sentences
from planbureau.rules.plain_language.word_lists import WordLists, shipped_lists

_DEFAULT_CONTEXT = TextContext()
_DEFAULT_LIMITS = Limits()


def check_text(
    text: str,
    context: TextContext = _DEFAULT_CONTEXT,
    *,
    limits: Limits = _DEFAULT_LIMITS,
    lists: WordLists | None = None,
) -> tuple[LanguageHint, ...]:
    """The hints L1 to L12 and C0 for a text; empty when it reads well."""
    lists = lists or shipped_lists()
    sentences = find_sentences(text, lists)
    if not sentences:
        return ()
    words = tuple(word for sentence in sentences for word in sentence.words)
    found = [
        *sentence_checks.long_sentences(sentences, limits),
        *sentence_checks.long_average(sentences, limits),
        *sentence_checks.hard_text(sentences, context.names, limits, lists),
        *word_checks.hard_words(words, context.names, limits, lists),
        *sentence_checks.passive(sentences, limits, lists),
        *sentence_checks.tangled(sentences, limits, lists),
        *word_checks.abbreviations(text, words, for_client=context.for_client, lists=lists),
        *word_checks.numbers_and_dates(text, words, lists),
        *sentence_checks.long_paragraphs(find_paragraphs(text), limits),
    ]
    if context.own_words:
        found += word_checks.outside_view(text, lists)
    if context.goal:
        found += word_checks.negative_goal(sentences, lists)
    found += background(text, sentences, context.lint, lists)
    return tuple(sorted(found, key=lambda hint: (hint.start, hint.end, hint.check)))
