"""A drawing, photo or recording as an answer: it counts, travels with its plan, and shows on paper."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from tests.pdf_checks import assert_pdf_ua, picture_words
from tests.vault_room import DAY, VaultRoom

from planbureau.formats.answered import units
from planbureau.formats.answers import Answer, AnswerFile, PlanState
from planbureau.formats.completeness import missing
from planbureau.plan_state import state_of
from planbureau.services.api import Edition, PrintRequest, Workspace
from planbureau.views import PersonView

OWN_WORDS = "belangrijk_voor_mij"


def drawing() -> bytes:
    target = BytesIO()
    Image.new("RGB", (60, 40), "white").save(target, "PNG")
    return target.getvalue()


@pytest.fixture
def plan_id(workspace: Workspace) -> str:
    client_id, _ = workspace.clients.add_client(PersonView(given_name="Mila", family_name="Bos"))
    made, _ = workspace.plans.start_plan("osp", client_id)
    return made


def draw(workspace: Workspace, plan_id: str, key: str = OWN_WORDS, caption: str = "") -> AnswerFile:
    kept = workspace.plans.keep_attachment("tekening.png", "image/png", drawing())
    file = AnswerFile(kept.sha256, kept.name, kept.media_type, caption)
    workspace.plans.save_answer(plan_id, key, "", (), files=(file,))
    return file


@pytest.mark.parametrize("name", ["belangrijk_voor_mij", "mogelijkheden"])
def test_a_drawing_counts_where_people_speak_in_their_own_words(workspace: Workspace, name: str) -> None:
    osp = next(f for f in workspace.plans.formats() if f.id == "osp")
    state = PlanState(answers={name: Answer(files=(AnswerFile("ab" * 32, "t.png", "image/png"),))})
    lacking = {m.question_id for m in missing(osp, state) if m.level == "needed"}
    assert (name in lacking) is not osp.question(name).takes_files


def test_a_drawing_is_kept_and_its_question_is_answered(workspace: Workspace, plan_id: str) -> None:
    assert OWN_WORDS in {m.question_id for m in workspace.plans.missing(plan_id)}
    file = draw(workspace, plan_id, caption="Mila met haar hond")
    plan = workspace.plans.plan(plan_id)
    assert plan.answer(OWN_WORDS).files == (file,)
    assert workspace.plans.attachment(file.sha256) == drawing()
    assert [a.sha256 for a in plan.attachments] == [file.sha256]
    assert OWN_WORDS not in {m.question_id for m in workspace.plans.missing(plan_id)}
    view = plan.answers[OWN_WORDS]
    workspace.plans.save_answer(plan_id, OWN_WORDS, "De hond", view.heads)
    assert workspace.plans.plan(plan_id).answer(OWN_WORDS).files == (file,), "words do not push a drawing out"


def test_it_travels_with_the_plan(workspace: Workspace, plan_id: str, tmp_path: Path) -> None:
    file = draw(workspace, plan_id)
    sent = workspace.exchange.export_plan(plan_id)
    other = VaultRoom(tmp_path / "ander").create()
    other.exchange.import_file(sent)
    assert other.plans.plan(plan_id).answer(OWN_WORDS).files == (file,)
    assert other.plans.attachment(file.sha256) == drawing()
    assert other.exchange.export_plan(plan_id) == sent
    other.lock()


@pytest.mark.parametrize("edition", [Edition.PROFESSIONAL, Edition.EASY])
def test_on_paper_a_drawing_shows_with_words_and_sound_is_named(
    workspace: Workspace, plan_id: str, edition: Edition
) -> None:
    pages = workspace.prints.preview(workspace.prints.render(PrintRequest(plan_id, edition)))
    before = pages.page_count
    pages.close()
    file = draw(workspace, plan_id, caption="Mila met haar hond")
    sound = AnswerFile("cd" * 32, "gesprek.m4a", "audio/mp4", "Mila vertelt over haar hond")
    heads = workspace.plans.plan(plan_id).answers[OWN_WORDS].heads
    workspace.plans.save_answer(plan_id, OWN_WORDS, "", heads, files=(file, sound))
    made = workspace.prints.render(PrintRequest(plan_id, edition))
    assert_pdf_ua(made.pdf)
    assert "Mila vertelt over haar hond" in text_of(made.pdf)
    assert b"/Image" in made.pdf
    pages = workspace.prints.preview(made)
    assert pages.page_count >= before
    pages.close()


def test_what_is_not_for_a_reader_takes_its_drawing_along(workspace: Workspace, plan_id: str) -> None:
    file = draw(workspace, plan_id, caption="Mila met haar hond")
    reader, _ = workspace.clients.add_person(PersonView(given_name="Els"))
    workspace.clients.restrict("answer", f"{plan_id}:{OWN_WORDS}", (reader,))
    made = workspace.prints.render(PrintRequest(plan_id, Edition.PROFESSIONAL, audience=(reader,)))
    assert made.left_out
    assert "Mila met haar hond" not in text_of(made.pdf)
    assert b"/Image" not in made.pdf
    assert file.sha256.encode() not in workspace.exchange.export_plan(plan_id, (reader,))


def text_of(pdf: bytes) -> str:
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return " ".join(text.split())


def test_a_drawing_answers_within_a_life_domain(workspace: Workspace, plan_id: str) -> None:
    key = "leefgebieden/lichaam"
    kept = workspace.plans.keep_attachment("tekening.png", "image/png", drawing())
    file = AnswerFile(kept.sha256, kept.name, kept.media_type, "Mijn kamer")
    workspace.plans.save_answer(plan_id, key, {"state": "open"}, ())
    osp = workspace.plans.plan(plan_id)
    before = units(osp.format.question("leefgebieden"), state_of(osp, DAY), osp.format)
    workspace.plans.save_answer(plan_id, key, {"state": "open"}, osp.answers[key].heads, files=(file,))
    plan = workspace.plans.plan(plan_id)
    assert units(plan.format.question("leefgebieden"), state_of(plan, DAY), plan.format) == before + 1
    assert "drawn" not in plan.answer(key).value
    for edition in (Edition.PROFESSIONAL, Edition.EASY):
        pdf = workspace.prints.render(PrintRequest(plan_id, edition)).pdf
        assert_pdf_ua(pdf)
        assert "Mijn kamer" in picture_words(pdf)
