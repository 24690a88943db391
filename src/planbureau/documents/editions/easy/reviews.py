"""How it went with what we agreed, in easy words."""

from __future__ import annotations

from planbureau.documents.blocks import Block, Heading, IdeaRow, KeepTogether
from planbureau.documents.editions.easy.ideas import detail
from planbureau.documents.editions.paper import Paper
from planbureau.formats.model import Question
from planbureau.formats.reviews import CHANGES, ENDS, Review


def agreement_reviews(question: Question, paper: Paper) -> list[Block]:
    """Each agreement that was talked about, and whether it went as agreed."""
    blocks: list[Block] = []
    options = {one.id: one for one in question.options}
    for agreement in sorted(paper.view.agreements, key=lambda one: one.order):
        said = Review.read(paper.answer(f"{question.id}/{agreement.id}").value)
        text = agreement.easy_text.strip() or agreement.what.strip()
        option = options.get(said.choice)
        if text and option is not None:
            word = option.easy_label or option.label
            how = detail("Hoe ging het", word, paper.picture(option.pictogram))
            if said.then == ENDS:
                how = (*how, *detail("Hoe gaat het verder", "Deze afspraak stopt.", paper.picture("stop")))
            elif said.then == CHANGES:
                who = paper.who_easy(said.person, said.function)
                words = ", ".join(part for part in (said.what or text, who, said.when) if part)
                how = (*how, *detail("Dit wordt het", words, paper.picture("afspraken")))
            picture = paper.picture(*agreement.pictograms, "afspraken")
            idea = IdeaRow(picture, text, (*how,))
            asked = () if blocks else (Heading(2, question.easy_label or question.label),)
            blocks.append(KeepTogether((*asked, idea)))
    return blocks
