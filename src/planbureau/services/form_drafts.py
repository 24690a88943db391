"""What stands in a form that is not saved yet: an encrypted draft, put back when the form opens again."""

from __future__ import annotations

import json
from collections.abc import Mapping

from planbureau.formats.answers import JsonValue
from planbureau.model import drafts
from planbureau.model.reading.people import name_of_subject
from planbureau.model.store import ReadSession
from planbureau.services.context import Context, told_in_words
from planbureau.views import DraftView, FormDraftView, FormKey

MARK = "formulier"
"""The first part of the key of these drafts."""


class FormDrafts:
    """`services.api.FormDraftService` on the vault."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def keep(self, key: FormKey, title: str, typed: Mapping[str, JsonValue]) -> None:
        text = json.dumps({"title": title, "typed": dict(typed)}, ensure_ascii=False)
        with told_in_words(), self._context.store.writing(self._context.user_id) as work:
            drafts.put(work, drafts.OF_NO_PLAN, _stored(key), text, author=self._context.user_id)

    def all(self) -> tuple[FormDraftView, ...]:
        with self._context.reading() as session:
            found = (
                _view(session, draft)
                for draft in drafts.found_outside_plans(session, reader=self._context.user_id)
            )
            return tuple(view for view in found if view is not None)

    def find(self, key: FormKey) -> FormDraftView | None:
        """One's own comes before that of a colleague who left."""
        mine_first = sorted(self.all(), key=lambda view: bool(view.by))
        return next((view for view in mine_first if view.key == key), None)

    def drop(self, key: FormKey) -> None:
        with told_in_words(), self._context.store.writing(self._context.user_id) as work:
            drafts.drop_shown(work, drafts.OF_NO_PLAN, _stored(key), reader=self._context.user_id)


def _stored(key: FormKey) -> str:
    return f"{MARK}:{key.form}:{key.subject_id}:{key.record_id}"


def _view(session: ReadSession, draft: DraftView) -> FormDraftView | None:
    mark, *parts = draft.key.split(":", 3)  # the record may have a name in parts
    if mark != MARK or len(parts) != 3:
        return None
    key = FormKey(*parts)
    kept = json.loads(draft.text)
    name = name_of_subject(session, key.subject_id) if key.subject_id else ""
    return FormDraftView(key, kept["title"], name, kept["typed"], draft.at, draft.by)
