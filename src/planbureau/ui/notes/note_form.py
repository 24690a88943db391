"""Writing a progress note: the text first, the rest is filled in or may stay empty."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QWidget

from planbureau.rules.dutch import sentence
from planbureau.rules.notes.notes import NoteKind
from planbureau.ui.notes.asked_hints import AskedHints
from planbureau.ui.notes.fact_text import FactText
from planbureau.ui.notes.happened_field import HappenedField
from planbureau.ui.notes.incident_part import IncidentPart
from planbureau.ui.notes.scores_part import ScoresPart
from planbureau.ui.notes.topic_picker import TopicPicker
from planbureau.ui.notes.who_box import WhoBox
from planbureau.ui.people.desk import Desk, people_labels
from planbureau.ui.people.field_box import FieldBox, TextLine
from planbureau.ui.people.form_panel import FormPanel
from planbureau.ui.people.needed import required
from planbureau.ui.people.not_for_button import NotForButton
from planbureau.ui.widgets.choice_box import ChoiceBox
from planbureau.ui.widgets.date_field import DateField
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.views import FormKey, NoteView

FORM = "note"
_HELP = (
    "Schrijf op wat je zag of hoorde. Wat jij ervan denkt, is een indruk: kies die woorden en druk op Ctrl+I."
)
_CORRECTION = "Je schrijft een verbetering. De oude rapportage blijft leesbaar, met een streep erdoor."
_NOBODY = (
    "Er is nog geen collega bekend. Voeg iemand toe bij een cliënt, als beroepskracht. Dan kun je die hier "
    "kiezen. Schrijf je vraag zo lang bij Wat was er."
)
_FOR_CLIENT = "De cliënt mag dit lezen"


class NoteForm(FormPanel):
    """`subjects` are the ids of the client with its homes, or of the household with its clients.

    Without a subject it asks who it is about. Leaving it keeps what was typed; only the button saves, for
    what is in the file stays in the file.
    """

    def __init__(
        self,
        desk: Desk,
        client_id: str,
        household_id: str,
        name: str,
        subjects: tuple[str, ...],
        corrects: NoteView | None = None,
        about: str = "",
    ) -> None:
        subject = client_id or household_id
        title = "Rapportage verbeteren" if corrects else "Nieuwe rapportage"
        key = FormKey(FORM, subject, corrects.id if corrects else "")
        super().__init__(desk, key, title, name, save="Bewaren (Ctrl+Enter)")
        self._client_id, self._household_id, self._corrects = client_id, household_id, corrects
        theme, clock = desk.theme, desk.context.clock
        self.who: WhoBox | None = None
        if not subject:
            self.who = WhoBox("Over wie gaat het", _everyone(desk))
            self.who.value_changed.connect(self._subject_chosen)
        self.text = FactText(theme, "Wat was er")
        if self.who is not None:
            self.who.picked.connect(self.text.edit.setFocus)
        self.kind = ChoiceBox("Soort", [(one.value, sentence(one.word)) for one in NoteKind], nothing=None)
        self.when = HappenedField(theme, clock, "Wanneer was het")
        self.topics = TopicPicker(theme, "Gaat over")
        self.hints = AskedHints(theme)
        self.scores = ScoresPart(theme)
        self.topics.value_changed.connect(self._topics_chosen)
        self.hints.topic_taken.connect(self._take_hint)
        self.incident = IncidentPart(theme, clock)
        self.question = TextLine("Vraag aan een collega")
        self.to = ChoiceBox("Aan wie", (), nothing="Niemand")
        self.by = DateField(theme, clock, "Antwoord vóór")
        self.for_client = QCheckBox(_FOR_CLIENT)
        self.for_client.setChecked(True)
        self.not_for = NotForButton(theme, "deze rapportage", self._readers)
        self._lay_out()
        self._fill(subjects, about)
        self.kind.value_changed.connect(self._kind_chosen)
        self._kind_chosen()
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            within = Qt.ShortcutContext.WidgetWithChildrenShortcut
            QShortcut(QKeySequence(keys), self, context=within).activated.connect(self.submit)
        self.ready()

    def _lay_out(self) -> None:
        theme = self.desk.theme
        if self._corrects is not None:
            self.body.add(TextLabel(_CORRECTION, TextRole.MUTED))
        who = [FieldBox(theme, "Over wie gaat het", self.who)] if self.who is not None else []
        text = FieldBox(theme, "Wat was er", self.text, help_text=_HELP)
        about = FieldBox(theme, "Gaat over", self.topics)
        grid = self.fields(FieldBox(theme, "Soort", self.kind), FieldBox(theme, "Wanneer was het", self.when))
        self.add_card("", *who, text, self.hints, grid, about, self.scores, self.incident)
        asked = self.fields(FieldBox(theme, "Aan wie", self.to), FieldBox(theme, "Antwoord vóór", self.by))
        self.nobody = TextLabel(_NOBODY, TextRole.HELP)
        self.add_card("", FieldBox(theme, "Vraag aan een collega", self.question), asked, self.nobody)
        self.add_card("Wie mag dit lezen", self.for_client).add(self.not_for)

    def _fill(self, subjects: tuple[str, ...], about: str) -> None:
        old, workspace = self._corrects, self.desk.workspace
        self.topics.set_topics(workspace.notes.topics(subjects))
        self.topics.put_back([about])
        self._topics_chosen()
        self._fill_colleagues()
        self.when.set_value(old.happened_at if old else self.desk.context.clock.now())
        self.kind.set_value(old.kind if old else NoteKind.PROGRESS.value)
        if old is None:
            return
        self.text.set_value(old.text)
        self.topics.set_value(old.about)
        self.scores.set_earlier(
            look for look in self.desk.workspace.looks.of_subject(old.subject_id) if look.source_id == old.id
        )
        self._topics_chosen()
        self.incident.show_note(old)
        self.for_client.setChecked(old.for_client)
        marks = [m for m in self.desk.clients.restrictions((old.id,)) if m.target_kind == "note"]
        self.not_for.set_value(marks[0].not_for if marks else (), marks[0].reason if marks else "")

    def _fill_colleagues(self) -> None:
        people = self.desk.known_people(self._client_id or self._household_id)
        me = self.desk.workspace.organisation.user().id
        others = [one for one in people if one.professional and one.id != me]
        self.to.set_options(
            (one.id, f"{one.full_name}, {one.function}" if one.function else one.full_name) for one in others
        )
        self.nobody.setVisible(not others)

    # FormPanel

    def state(self) -> object:
        fields = (
            self.who.value() if self.who else "",
            self.kind.value(),
            self.topics.value(),
            str(self.scores.typed()),
        )
        asked = (self.question.value(), self.to.value(), self.by.value())
        readers = (self.for_client.isChecked(), self.not_for.value(), self.not_for.reason())
        when = (self.when.value(), self.when.unread_text())
        return (fields, self.text.value(), when, self.incident.fields(), asked, readers)

    def first_field(self) -> QWidget:
        return self.text.edit if self.who is None else self.who

    def write(self) -> str:
        if self.who is not None:
            required(self.who.value(), "Kies over wie dit gaat.", self.who)
        now = self.desk.context.clock.now()
        note = NoteView(
            "",
            self._client_id,
            self._household_id,
            happened_at=self.when.moment(),
            written_at=now,
            kind=self.kind.value(),
            text=self.text.value(),
            about=self.topics.value(),
            question=self.question.value(),
            question_to=self.to.value(),
            question_by=self.by.value() if self.to.value() else None,
            for_client=self.for_client.isChecked(),
            replaces=self._corrects.id if self._corrects else "",
            **self.incident.fields(),
        )
        scores = self.scores.value(note, self.desk.workspace.organisation.user().id)
        note_id, _ = self.desk.workspace.notes.add(note, scores)
        if self.not_for.value():
            self.desk.clients.restrict("note", note_id, sorted(self.not_for.value()), self.not_for.reason())
        return "Rapportage bewaard."

    def leave(self) -> bool:
        """What is not saved waits as a draft: only a person adds to a file."""
        return not self.changed() or self.keep_unfinished()

    def after_put_back(self) -> None:
        self._topics_chosen()
        self._subject_chosen()
        self._kind_chosen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter in a line would save too soon: what is added to a file is never taken away.
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter:
            event.ignore()
            return
        super().keyPressEvent(event)

    def _take_hint(self, topic_id: str) -> None:
        """The note is about what asked for this; whoever pressed goes on writing."""
        self.topics.choose(topic_id)
        self.text.edit.setFocus()

    def _kind_chosen(self) -> None:
        self.incident.setVisible(self.kind.value() == NoteKind.INCIDENT.value)

    def _subject_chosen(self) -> None:
        if self.who is None:
            return
        kind, _, subject = self.who.value().partition(":")
        self._client_id = subject if kind == "client" else ""
        self._household_id = subject if kind == "household" else ""
        chosen = self.topics.typed()
        self.topics.set_topics(self.desk.workspace.notes.topics((subject,)))
        self.topics.put_back(chosen)
        self._topics_chosen()

    def _topics_chosen(self) -> None:
        self.scores.set_topics(self.topics.chosen())
        self.hints.show_hints(self.topics.unchosen())

    def _readers(self) -> tuple[tuple[str, str], ...]:
        subject = self._client_id or self._household_id
        return people_labels(self.desk.people_around(subject)) if subject else ()


def _everyone(desk: Desk) -> list[tuple[str, str]]:
    """Clients and households to choose from; nobody during a home visit, where the subject is known."""
    if desk.visiting:
        return []
    clients = [(f"client:{row.id}", row.full_name) for row in desk.clients.rows() if not row.closed]
    homes = [(f"household:{home.id}", home.name) for home in desk.clients.household_lines()]
    return [*clients, *homes]
