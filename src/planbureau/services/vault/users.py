"""The people of an open vault: each password belongs to one professional."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime

from planbureau.errors import InvalidInputError, VaultError
from planbureau.model.reading import people as people_reading
from planbureau.model.reading import user as user_reading
from planbureau.model.rows import PersonRow
from planbureau.model.store import ReadSession
from planbureau.model.unit_of_work import new_id
from planbureau.services.api import PasswordStrength
from planbureau.services.api.users import Newcomer, RemovedUserView, VaultUserView
from planbureau.services.context import Context, told_in_words
from planbureau.services.vault.passwords import strength
from planbureau.vault import users as vault_users
from planbureau.vault.access import VaultAccess
from planbureau.views import PersonView


class Users:
    """`services.api.users.UserService` on the vault."""

    def __init__(self, context: Context, access: VaultAccess) -> None:
        self._context = context
        self._access = access

    def me(self) -> str:
        return self._access.slot_id

    def users(self) -> tuple[VaultUserView, ...]:
        found = vault_users.users_of(self._access)
        with self._context.reading() as session:
            return tuple(self._view(session, one) for one in found)

    def _view(self, session: ReadSession, one: vault_users.SlotUser) -> VaultUserView:
        person = session.get(PersonRow, user_reading.user_id(session, one.slot_id))
        known = people_reading.person_view(person) if person is not None else None
        return VaultUserView(
            one.slot_id,
            known.id if known is not None else "",
            known.full_name if known is not None else one.label,
            known.function if known is not None else "",
            datetime.fromisoformat(one.created),
            people_reading.full_name(session, user_reading.added_by(session, one.slot_id)),
            one.slot_id == self._access.slot_id,
        )

    def removed(self) -> tuple[RemovedUserView, ...]:
        inside = {one.slot_id for one in vault_users.users_of(self._access)}
        with self._context.reading() as session:
            return tuple(
                RemovedUserView(_name(session, one.person_id), _name(session, one.by_id), one.at)
                for slot_id, one in user_reading.removals(session).items()
                if slot_id not in inside
            )

    def known_colleagues(self) -> tuple[PersonView, ...]:
        with self._context.reading() as session:
            rows = user_reading.professionals_without(session)
            found = [people_reading.person_view(row) for row in rows]
        alive = (one for one in found if one.deceased_on is None)
        return tuple(sorted(alive, key=lambda one: one.sort_name.casefold()))

    def password_strength(self, password: str, newcomer: Newcomer) -> PasswordStrength:
        with self._context.reading() as session:
            organisation = people_reading.organisation(session).name
            name = newcomer.name
            if newcomer.person_id:
                name = people_reading.person(session, newcomer.person_id).full_name
        return strength(password, (organisation, name))

    def prove(self, own_password: str) -> None:
        vault_users.prove(self._access, own_password)

    def enlist(self, newcomer: Newcomer) -> str:
        """Order: before the password exists. A password without a person would write in another's name."""
        name = " ".join(newcomer.name.split())
        if not (newcomer.person_id or name):
            raise InvalidInputError("Vul de naam van je collega in.", "Er is nog niets veranderd.")
        context, slot_id = self._context, vault_users.new_slot_id()
        person_id = newcomer.person_id or new_id()
        with context.writing() as work:
            if not newcomer.person_id:
                given, _, family = name.partition(" ")
                organisation = people_reading.organisation(work.session).name
                fields = {"given_name": given, "family_name": family, "function": newcomer.function.strip()}
                work.create(
                    PersonRow, fields | {"organisation": organisation, "professional": True}, person_id
                )
            if not user_reading.added_by(work.session, self.me()):
                user_reading.remember_slot(work.session, self.me(), context.user_id, "")
            user_reading.remember_slot(work.session, slot_id, person_id, context.user_id)
        return slot_id

    def admit(self, slot_id: str, own_password: str, new_password: str) -> None:
        try:
            self._admit(slot_id, own_password, new_password)
        except BaseException:
            self.settle()
            raise

    def _admit(self, slot_id: str, own_password: str, new_password: str) -> None:
        with self._context.reading() as session:
            person = people_reading.person(session, user_reading.user_id(session, slot_id))
        found = self.password_strength(new_password, Newcomer(person.id))
        if not found.accepted:
            raise InvalidInputError(f"Dit wachtwoord is {found.word}. Er is niets veranderd.", found.advice)
        vault_users.add_user(
            self._access,
            own_password,
            new_password,
            person.full_name,
            slot_id=slot_id,
            clock=self._context.clock,
        )

    def remove(self, slot_id: str, own_password: str) -> None:
        """Order: who does it stands in the vault before the key changes; no removal is without a name."""
        context = self._context
        with told_in_words(), context.store.writing(context.user_id) as work:
            user_reading.note_removal(work.session, slot_id, context.user_id, work.now())
        try:
            with told_in_words(), context.store.standing_still():
                vault_users.remove_user(self._access, own_password, slot_id)
        finally:
            self.settle()

    def settle(self) -> None:
        """Forgets whose a password was that does not exist: not any more, or it never came to be.

        A disk that refuses keeps nobody out: it is done at the next opening.
        """
        inside = {one.slot_id for one in vault_users.users_of(self._access)}
        with self._context.reading() as session:
            gone = user_reading.slots(session) - inside
            stayed = user_reading.removals(session).keys() & inside
        if not (gone or stayed):
            return
        store, me = self._context.store, self._context.user_id
        with suppress(VaultError), told_in_words(), store.writing(me) as work:
            for slot_id in gone:
                user_reading.forget_slot(work.session, slot_id)
            for slot_id in stayed:
                user_reading.take_back_removal(work.session, slot_id)

    def rename_me(self, name: str) -> None:
        """The name on the start screen follows that of the person."""
        vault_users.rename_user(self._access, self.me(), name)


def _name(session: ReadSession, person_id: str) -> str:
    return people_reading.full_name(session, person_id, "iemand")
