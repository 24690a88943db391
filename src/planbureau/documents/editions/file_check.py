"""The thread of a goal on paper, link by link: what is written, with its date, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from planbureau.documents.blocks import (
    Block,
    BulletList,
    Callout,
    CalloutKind,
    Cover,
    Document,
    Edition,
    Footer,
    Heading,
    ListItem,
    PageBreak,
    Pair,
    Paragraph,
    Run,
    Status,
    StatusIcon,
    StatusLine,
    TextStyle,
    Tone,
)
from planbureau.documents.editions.note_words import note_runs
from planbureau.documents.editions.scrubbing import NAME_GAP, Scrubber
from planbureau.rules.dutch import plain_date
from planbureau.rules.file_check import Gap, Link, LinkState
from planbureau.views import GoalThread, ThreadEntry, ThreadPart

TITLE = "Dossiercheck"
LEFT_OUT = "In deze afdruk is iets weggelaten."
_ASK = "Vraag het aan wie je dit gaf als je daar vragen over hebt."
_NOTHING = "Dit plan heeft nog geen doelen."
_READ = "Van wens tot akkoord: wat er is opgeschreven over dit doel, en wat er nog ontbreekt."
_BEHIND = 80
"""Characters that stand behind what happened instead of below it."""

_LOOKS = {
    LinkState.THERE: (StatusIcon.DONE, Tone.OK),
    LinkState.MISSING: (StatusIcon.ATTENTION, Tone.WARN),
    LinkState.NOT_YET: (StatusIcon.OPEN, Tone.IDLE),
    LinkState.ELSEWHERE: (StatusIcon.PLANNED, Tone.INFO),
}


@dataclass(frozen=True)
class FileCheckOnPaper:
    """What is printed; words in `hidden` stay out. `for_file` is the copy of the file itself."""

    threads: tuple[GoalThread, ...]
    plan_title: str
    name: str
    organisation: str
    today: date
    hidden: frozenset[str] = frozenset()
    left_out: bool = False
    for_file: bool = True


def file_check_document(paper: FileCheckOnPaper) -> Document:
    """The threads as a document, each goal on a page of its own."""
    clean = Scrubber(paper.hidden, NAME_GAP)
    blocks: list[Block] = [Callout(CalloutKind.INFO, LEFT_OUT, _ASK)] if paper.left_out else []
    for number, thread in enumerate(paper.threads):
        if number:
            blocks.append(PageBreak())
        blocks += _thread(clean(thread))
    if not paper.threads and not paper.left_out:
        blocks.append(Paragraph(_NOTHING))
    day = plain_date(paper.today)
    return Document(
        title=TITLE,
        blocks=tuple(blocks),
        subject=f"{TITLE}, {paper.plan_title}",
        author=paper.organisation,
        edition=Edition.ONE_PAGE,
        cover=Cover(
            organisation=paper.organisation,
            subtitle=f"{clean.text(paper.name)}, {paper.plan_title}",
            facts=(Pair("Gemaakt op", day),),
        ),
        footer=Footer((f"{TITLE}, {clean.text(paper.name)}", paper.plan_title, day)),
    )


def _thread(thread: GoalThread) -> Iterator[Block]:
    yield Heading(1, f"Doel {thread.number}: {thread.sentence or '(nog zonder zin)'}")
    yield Paragraph(_READ, TextStyle.SMALL)
    for part in thread.parts:
        yield from _part(part)


def _part(part: ThreadPart) -> Iterator[Block]:
    icon, tone = _LOOKS[part.state]
    yield Heading(2, part.link.title, status=Status(icon, part.state.word, tone))
    if part.entries:
        between = "\n" if part.link in (Link.WISH, Link.EVALUATION) else " · "
        yield BulletList(tuple(_entry(entry, between) for entry in part.entries))
    elif part.note:
        yield Paragraph(part.note)
    if part.gaps:
        yield Callout(CalloutKind.WARN, "Ontbreekt", "\n".join(_gap(gap) for gap in part.gaps))


def _entry(entry: ThreadEntry, between: str) -> ListItem:
    """What happened, with its day; a few words more stand behind it, a text below it."""
    when = f"{plain_date(entry.on)}. " if entry.on else ""
    head = [Run(f"{when}{entry.title}", bold=True)]
    below: list[Block] = []
    if entry.text:
        below.append(Paragraph(note_runs(entry.text)))
    behind = "".join(f" · {line.rstrip('.')}" for line in entry.lines)
    if not entry.text and not entry.quote and len(behind) <= _BEHIND and "\n" not in behind:
        head += [Run(behind)] if behind else []
    elif entry.lines:
        below.append(Paragraph(between.join(entry.lines)))
    if entry.differs:
        below.append(StatusLine(Status(StatusIcon.ATTENTION, entry.differs, Tone.WARN)))
    return ListItem(tuple(head), tuple(below))


def _gap(gap: Gap) -> str:
    since = f" sinds {plain_date(gap.since)}" if gap.since else ""
    return f"{gap.kind.word}{since} ({gap.kind.why})"
