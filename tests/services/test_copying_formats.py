"""The journey of an own plan type: copy, change, refuse, use, and a second version beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.vault_room import DAY, VaultRoom

from planbureau.changes import Changes
from planbureau.errors import FormatError, InvalidInputError
from planbureau.formats.copy_draft import (
    ChapterDraft,
    CopyDraft,
    QuestionDraft,
    kept_now,
    new_id,
    with_chapter,
)
from planbureau.formats.copy_moves import (
    chapters_for,
    moved_to,
    named,
    with_new_chapter,
    without_chapter,
)
from planbureau.formats.model import Need, QuestionKind
from planbureau.services.api import AdoptPlan, FormatService, Workspace
from planbureau.services.vault.vaults import load_content
from planbureau.views import PersonView

OURS = "ons-plan"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = VaultRoom(tmp_path).create()
    yield made
    made.lock()


def _chapter(draft: CopyDraft, name: str) -> ChapterDraft:
    return next(chapter for chapter in draft.chapters if chapter.id == name)


def _changed(draft: CopyDraft, question_id: str, **words: object) -> CopyDraft:
    for chapter in draft.chapters:
        questions = tuple(
            replace(q, **words) if q.id == question_id else q  # type: ignore[arg-type]
            for q in chapter.questions
        )
        draft = with_chapter(draft, replace(chapter, questions=questions))
    return draft


def _start(workspace: Workspace, kind: str = OURS) -> str:
    person = PersonView(given_name="Noor", family_name="Voorbeeld", birth_date=date(1990, 5, 1))
    client_id, _ = workspace.clients.add_client(person)
    plan_id, _ = workspace.plans.start_plan(kind, client_id)
    return plan_id


def _edited(service: FormatService) -> CopyDraft:
    """A label renamed, a question added in front, an optional one hidden, the chapters in another order."""
    draft = _changed(service.draft(OURS), "benaderen", label="Zo gaan we met elkaar om")
    draft = _changed(draft, "cijfer_hulp", hidden=True)
    chapter = _chapter(draft, "dit-ben-ik")
    extra = QuestionDraft(
        new_id("Welke huisdieren?", ()),
        "Welke huisdieren?",
        kind=QuestionKind.CHOICE,
        options=("Een hond", "Een kat"),
        extra=True,
    )
    draft = with_chapter(draft, replace(chapter, title="Wie ben ik", questions=(extra, *chapter.questions)))
    first, second, *rest = draft.chapters
    return replace(draft, chapters=(second, first, *rest))


def test_a_plan_type_of_the_organisation_from_copy_to_second_version(
    workspace: Workspace, tmp_path: Path
) -> None:
    service = workspace.own_formats
    service.copy("osp", OURS, "Ons plan")
    path = tmp_path / "plantypes" / f"{OURS}.toml"
    assert "#    belangrijk_voor_mij: Wat is belangrijk voor mij *" in path.read_text("utf-8")
    row = service.rows()[0]
    assert (row.id, row.own, row.version, row.base, row.base_title) == (
        OURS,
        True,
        1,
        "osp",
        "Ondersteuningsplan",
    )

    before = service.draft(OURS)
    version, _ = service.save(OURS, before, _edited(service))
    assert version == 1, "no plan uses it yet"
    text = path.read_text("utf-8")
    assert text.startswith("# Een eigen plantype"), "comments stay"
    plan_id = _start(workspace)
    shown = workspace.plans.plan(plan_id).format
    assert [section.id for section in shown.sections[:3]] == ["kader", "dit-ben-ik", "over-wie"]
    chapter = shown.sections[1]
    assert (chapter.title, chapter.questions[0].label) == ("Wie ben ik", "Welke huisdieren?")
    assert [option.label for option in chapter.questions[0].options] == ["Een hond", "Een kat"]
    assert shown.question("benaderen").label == "Zo gaan we met elkaar om"
    with pytest.raises(KeyError):
        shown.question("cijfer_hulp")

    # What must stay, stays, and says why.
    draft = service.draft(OURS)
    assert "nodig om het plan vast te stellen" in kept_now(service.base(OURS), draft, "belangrijk_voor_mij")
    with pytest.raises(FormatError, match="'belangrijk_voor_mij' kan niet weg"):
        service.save(OURS, draft, _changed(draft, "belangrijk_voor_mij", hidden=True))
    assert path.read_text("utf-8") == text
    assert len(list(path.parent.iterdir())) == 1, "nothing half-written is left"

    # A plan uses version 1, so the next change is version 2 and the plan stays what it was.
    later = _changed(draft, "benaderen", label="Omgaan met mij")
    version, _ = service.save(OURS, draft, _changed(later, "cijfer_hulp", hidden=False))
    assert version == 2
    assert path.read_text("utf-8") == text
    assert workspace.plans.plan(plan_id).format == shown
    fresh = workspace.plans.plan(_start(workspace)).format
    assert (fresh.version, fresh.question("benaderen").label) == (2, "Omgaan met mij")
    assert fresh.question("cijfer_hulp").label == "Cijfer voor de hulp, van 1 tot 10"
    assert service.rows()[0].versions == (1, 2)
    again = load_content([path.parent]).formats
    assert again.problems == ()
    assert {plan.version for plan in again.formats if plan.id == OURS} == {1, 2}


def test_an_adopted_version_stays_as_it_was_without_its_file(workspace: Workspace, tmp_path: Path) -> None:
    service = workspace.own_formats
    service.copy("pp", OURS, "Ons persoonlijk plan")
    plan_id = _start(workspace)
    question = workspace.plans.plan(plan_id).format.sections[1].questions[0]
    workspace.plans.adopt(AdoptPlan(plan_id, DAY, "thuis", (), "", (), "", ()))
    then = workspace.plans.version_plan(plan_id, 1)
    assert (then.format.id, then.format.family) == (OURS, "pp")
    draft = service.draft(OURS)
    service.save(OURS, draft, _changed(draft, question.id, label="Heel anders"))
    assert workspace.plans.version_plan(plan_id, 1) == then
    (tmp_path / "plantypes" / f"{OURS}.toml").unlink()
    service.reload()
    kept = workspace.plans.version_plan(plan_id, 1)
    assert kept.format.question(question.id).label == question.label


def test_a_plan_of_a_copy_has_the_deadlines_of_its_base(workspace: Workspace) -> None:
    workspace.own_formats.copy("osp", OURS, "Ons plan")
    found = []
    for kind in (OURS, "osp"):
        plan = workspace.plans.plan(_start(workspace, kind))
        workspace.plans.save_frame(plan, ["wlz"], [], {"datum_start_zorg": DAY})
        deadlines = workspace.plans.plan(plan.id).deadlines
        found.append([(one.rule_id, one.last_date) for one in deadlines])
    assert found[0] == found[1]
    assert "WLZ-01" in dict(found[0])


def test_what_was_written_reads_back_as_the_same_draft(workspace: Workspace) -> None:
    service = workspace.own_formats
    service.copy("osp", OURS, "Ons plan")
    wanted = _edited(service)
    service.save(OURS, service.draft(OURS), wanted)
    found = service.draft(OURS)
    assert [c.id for c in found.chapters] == [c.id for c in wanted.chapters]
    for chapter in wanted.chapters:
        mine = [(q.id, q.label, q.help, q.hidden, q.extra) for q in _chapter(found, chapter.id).questions]
        assert mine == [(q.id, q.label, q.help, q.hidden, q.extra) for q in chapter.questions]


def test_a_word_of_the_base_again_leaves_no_change_behind(workspace: Workspace, tmp_path: Path) -> None:
    service = workspace.own_formats
    service.copy("osp", OURS, "Ons plan")
    first = service.draft(OURS)
    service.save(OURS, first, _changed(first, "benaderen", label="Anders"))
    second = service.draft(OURS)
    service.save(OURS, second, _changed(second, "benaderen", label="Zo wil ik dat je met mij omgaat"))
    assert "label =" not in (tmp_path / "plantypes" / f"{OURS}.toml").read_text("utf-8")


def test_a_next_version_and_a_copy_of_a_copy(workspace: Workspace) -> None:
    service = workspace.own_formats
    service.copy("osp", OURS, "Ons plan")
    service.new_version(OURS)
    service.copy(OURS, "ons-tweede", "Ons tweede plan")
    rows = {row.id: row for row in service.rows() if row.own}
    assert (rows[OURS].versions, rows["ons-tweede"].versions, rows["ons-tweede"].base) == (
        (1, 2),
        (1,),
        "osp",
    )


def test_a_file_that_was_put_right_counts_without_a_restart(workspace: Workspace) -> None:
    service = workspace.own_formats
    file = service.folder() / "mis.toml"
    file.write_text('id = "mis"\nversion = 1\ntitle = "Mis"\nbased_on = "osp@8"\n', encoding="utf-8")
    service.reload()
    assert [(one.file, one.line) for one in service.problems()] == [("mis.toml", 4)]
    file.write_text(file.read_text("utf-8").replace("osp@8", "osp@1"), encoding="utf-8")
    told: list[Changes] = []
    workspace.subscribe(told.append)
    service.reload()
    assert service.problems() == ()
    assert "mis" in [plan.id for plan in workspace.plans.formats()]
    assert [changes.touches("format") for changes in told] == [True]


@pytest.mark.parametrize(
    ("new", "title", "words"),
    [
        ("osp", "Ons plan", "bestaat al"),
        ("Ons Plan", "Ons plan", "kan geen korte naam zijn"),
        (OURS, "  ", "nog geen naam"),
    ],
)
def test_a_copy_that_cannot_be_is_refused(workspace: Workspace, new: str, title: str, words: str) -> None:
    with pytest.raises(InvalidInputError, match=words):
        workspace.own_formats.copy("osp", new, title)
    assert not any(row.own for row in workspace.own_formats.rows())


def test_a_shipped_plan_type_is_no_draft(workspace: Workspace) -> None:
    with pytest.raises(InvalidInputError, match="geen kopie"):
        workspace.own_formats.draft("osp")
    with pytest.raises(InvalidInputError, match="hoort bij het programma"):
        workspace.own_formats.new_version("osp")


def test_a_new_chapter_takes_questions_of_the_base_and_extra_ones(
    workspace: Workspace, tmp_path: Path
) -> None:
    """Moved there, back again, and with more asked of a question: what reads back is what was wanted."""
    service = workspace.own_formats
    service.copy("osp", OURS, "Ons plan")
    first = service.draft(OURS)
    base = service.base(OURS)
    draft, made = with_new_chapter(first, "dit-ben-ik")
    assert made.id in {chapter.id for chapter in chapters_for(base, draft, "benaderen")}
    draft = moved_to(draft, "benaderen", made.id)
    draft = _changed(draft, "benaderen", easy_label="Hoe praat je met mij?", why="Een invaller weet het dan.")
    draft = _changed(draft, "foto", need=Need.ADVISED)
    chapter = _chapter(draft, made.id)
    extra = QuestionDraft("eigen_weekend", "Wat doe je in het weekend?", need=Need.ADOPT, extra=True)
    draft = with_chapter(
        draft, replace(chapter, title="Bij ons thuis", questions=(extra, *chapter.questions))
    )
    wanted = named(
        draft, {c.id for c in first.chapters} | {q.id for c in first.chapters for q in c.questions}
    )
    service.save(OURS, first, wanted)
    plan = next(one for one in workspace.plans.formats() if one.id == OURS)
    own = next(section for section in plan.sections if section.id == "eigen-bij-ons-thuis")
    assert [q.id for q in own.questions] == ["eigen_wat_doe_je_in_het", "benaderen"]
    asked = plan.question("benaderen")
    assert (asked.easy_label, asked.why) == ("Hoe praat je met mij?", "Een invaller weet het dan.")
    assert asked.need is Need.ADOPT, "what the base needs is still needed"
    assert plan.question("foto").need is Need.ADVISED
    assert plan.question("eigen_wat_doe_je_in_het").need is Need.ADOPT
    assert "benaderen" not in {q.id for q in plan.sections[1].questions}
    assert service.draft(OURS).chapters == wanted.chapters

    second = service.draft(OURS)
    back = moved_to(second, "benaderen", "dit-ben-ik")
    back = moved_to(back, "eigen_wat_doe_je_in_het", "dit-ben-ik")
    service.save(OURS, second, without_chapter(back, own.id))
    text = (tmp_path / "plantypes" / f"{OURS}.toml").read_text("utf-8")
    assert "eigen-bij-ons-thuis" not in text
    home = next(one for one in workspace.plans.formats() if one.id == OURS).sections
    assert {"benaderen", "eigen_wat_doe_je_in_het"} <= {
        q.id for s in home if s.id == "dit-ben-ik" for q in s.questions
    }


def test_a_question_goes_only_where_it_is_asked_of_the_same_people(workspace: Workspace) -> None:
    service = workspace.own_formats
    service.copy("hvp", OURS, "Ons plan")
    base, draft = service.base(OURS), service.draft(OURS)
    asked = next(s for s in base.sections if s.id == "veiligheid").questions[0]
    places = {chapter.id for chapter in chapters_for(base, draft, asked.id)}
    assert {"veiligheid", "doelen"} <= places
    assert not places & {"jeugdreclassering", "pleegouder", "pleeggezin"}


def test_a_plan_type_goes_when_no_plan_was_made_with_it_and_is_else_only_offered_no_more(
    workspace: Workspace, tmp_path: Path
) -> None:
    service = workspace.own_formats
    for name in (OURS, "ons-tweede"):
        service.copy("osp", name, f"Plan {name}")
    plan_id = _start(workspace)
    then = workspace.plans.plan(plan_id).format
    with pytest.raises(InvalidInputError, match="plannen van dit plantype"):
        service.remove(OURS)
    service.offer(OURS, offered=False)
    offered = {one.id for one in workspace.plans.formats()}
    assert OURS not in offered
    assert "ons-tweede" in offered
    assert workspace.plans.plan(plan_id).format.text == then.text, "the plan stays what it was"
    assert not next(row for row in service.rows() if row.id == OURS).offered
    service.offer(OURS, offered=True)
    assert OURS in {one.id for one in workspace.plans.formats()}
    service.remove("ons-tweede")
    assert "ons-tweede" not in {row.id for row in service.rows()}
    assert (tmp_path / "plantypes" / "weggehaald" / "ons-tweede.toml").exists()
    with pytest.raises(InvalidInputError, match="hoort bij het programma"):
        service.remove("gzp")
