"""What can go wrong with a vault, each with its own Dutch words: what happened, what is safe, what to do.

No message holds a password, a code, a key, a path or anything typed by a person.
"""

from __future__ import annotations

from typing import ClassVar

from planbureau.errors import OnlyReadableError, VaultError, WrongSecretError
from planbureau.vault.holder import LockHolder


class ToldVaultError(VaultError):
    """A vault error with fixed words; `what` and `advice` replace them where more is known."""

    WHAT: ClassVar[str] = "Er ging iets mis met de kluis."
    ADVICE: ClassVar[str] = "Er is niets veranderd. Probeer het opnieuw."

    def __init__(self, what: str = "", advice: str = "") -> None:
        super().__init__(what or self.WHAT, advice or self.ADVICE)


class WrongPasswordError(ToldVaultError, WrongSecretError):
    """The password opens none of the slots that were tried."""

    WHAT = "Dit wachtwoord past niet bij deze kluis."
    ADVICE = (
        "Er is niets verloren. Probeer het opnieuw en let op hoofdletters. "
        "Weet je het wachtwoord niet meer, gebruik dan de herstelcode."
    )


class EmptyPasswordError(ToldVaultError):
    """A password must not be empty."""

    WHAT = "Het wachtwoord is leeg."
    ADVICE = "Er is niets veranderd. Vul een wachtwoord in."


class RecoveryCodeMisspelledError(ToldVaultError):
    """The text cannot be a recovery code: wrong length, strange sign, or the check digits disagree."""

    WHAT = "In de herstelcode zit een typefout."
    ADVICE = (
        "Er is niets verloren. Vergelijk de code letter voor letter met je papier. "
        "De code heeft 29 letters en cijfers."
    )


class WrongRecoveryCodeError(ToldVaultError, WrongSecretError):
    """A well-formed recovery code, of another vault or from before it was renewed."""

    WHAT = "Deze herstelcode is goed getypt, maar hoort niet bij deze kluis."
    ADVICE = (
        "Er is niets verloren. Misschien is de code van een andere kluis, "
        "of is er later een nieuwe code gemaakt. Zoek het nieuwste papier."
    )


class UserNotChosenError(ToldVaultError):
    """Several people have a password for this vault and none was named, or the named one is gone."""

    WHAT = "Deze kluis heeft meer gebruikers."
    ADVICE = "Kies eerst van wie het wachtwoord is."


class LastUserError(ToldVaultError):
    """Nobody can take away their own way in, nor the last one."""

    WHAT = "Je kunt jezelf niet uit de kluis halen."
    ADVICE = "Er is niets veranderd. Een collega met een eigen wachtwoord kan dat wel voor je doen."


class UserGoneError(ToldVaultError):
    """The slot that was named is no longer there."""

    WHAT = "Deze persoon heeft geen wachtwoord meer voor deze kluis."
    ADVICE = "Er is niets veranderd. Sluit dit venster en kijk opnieuw in de lijst."


class NotAVaultError(ToldVaultError):
    """The folder does not exist or holds neither key file nor database."""

    WHAT = "In deze map staat geen kluis."
    ADVICE = "Kies de map waarin je kluis staat, of maak een nieuwe kluis."


class KeyFileMissingError(ToldVaultError):
    """A database without both copies of the key file."""

    WHAT = "De sleutelbestanden van deze kluis ontbreken (keys.json en keys.bak.json)."
    ADVICE = (
        "De gegevens staan er nog, maar zonder sleutelbestand kan niemand ze lezen. "
        "Zet keys.json terug als je het nog ergens hebt, of zet een reservekopie terug. Gooi niets weg."
    )


class KeyFileDamagedError(ToldVaultError):
    """No copy of the key file can be read."""

    WHAT = "De sleutelbestanden van deze kluis zijn beschadigd (keys.json en keys.bak.json)."
    ADVICE = (
        "Je wachtwoord is niet het probleem. Zet een reservekopie terug in een nieuwe map. Gooi niets weg."
    )


class KeyFileTamperedError(ToldVaultError):
    """The key file is whole but was changed by something other than this program."""

    WHAT = "Het sleutelbestand van deze kluis is veranderd buiten Planbureau om."
    ADVICE = (
        "De kluis blijft daarom dicht; de gegevens zijn niet aangeraakt. "
        "Zet een reservekopie terug in een nieuwe map, en ga na wie bij deze map kan."
    )


class NewerFormatError(ToldVaultError):
    """Written by a newer version of the program."""

    WHAT = "Deze kluis of reservekopie is gemaakt met een nieuwere versie van Planbureau."
    ADVICE = "Er is niets veranderd. Zet de nieuwste versie van Planbureau op deze computer."


class DatabaseMissingError(ToldVaultError):
    """The key file is there, its database is not, or it may not be read."""

    WHAT = "Het gegevensbestand van deze kluis is niet gevonden of mag niet gelezen worden."
    ADVICE = (
        "Misschien is het verplaatst of nog niet klaar met kopiëren. "
        "Zet het bestand terug in de map, of zet een reservekopie terug."
    )


class ForeignDatabaseError(ToldVaultError):
    """The database file belongs to another vault, or to another moment of this one."""

    WHAT = "Het gegevensbestand hoort niet bij de sleutels in deze map."
    ADVICE = (
        "Er is niets veranderd. Waarschijnlijk zijn bestanden van twee kluizen door elkaar geraakt. "
        "Zet de bestanden terug die bij elkaar horen, of zet een reservekopie terug."
    )


class DatabaseDamagedError(ToldVaultError):
    """The database of this vault is damaged, cut off or empty."""

    WHAT = "Het gegevensbestand van deze kluis is beschadigd."
    ADVICE = (
        "Je wachtwoord is niet het probleem. Laat de map zoals die is, "
        "en zet een reservekopie terug in een nieuwe map."
    )


class ReadOnlyPlaceError(ToldVaultError, OnlyReadableError):
    """Nothing can be written at this place."""

    WHAT = "Op deze plek kan niet geschreven worden."
    ADVICE = (
        "Wat al bewaard was, is er nog. Open de kluis alleen om te lezen, "
        "of zet de map op een plek waar je mag schrijven."
    )


class ReadOnlyAccessError(ToldVaultError):
    """The vault was opened for reading only."""

    WHAT = "De kluis is alleen om te lezen open."
    ADVICE = "Er is niets veranderd. Sluit de kluis en open hem gewoon om te kunnen schrijven."


class DiskFullError(ToldVaultError):
    """No room left on the disk."""

    WHAT = "De schijf is vol."
    ADVICE = "Wat al bewaard was, is er nog. Maak ruimte vrij en probeer het opnieuw."


class DiskFaultError(ToldVaultError):
    """The disk refused to read or write for another reason: quota, fault, stick pulled out."""

    WHAT = "De schijf geeft een fout bij lezen of schrijven."
    ADVICE = (
        "Wat al bewaard was, is er nog. Kijk of de schijf vol is en of een USB-stick nog goed vastzit. "
        "Maak daarna een reservekopie."
    )


class PlaceGoneError(ToldVaultError):
    """The folder is no longer there: a stick that was pulled out, a folder that was moved."""

    WHAT = "De map is er niet (meer)."
    ADVICE = (
        "Wat al bewaard was, is er nog. Kijk of de USB-stick nog in de computer zit en of de map niet is "
        "verplaatst, en probeer het opnieuw."
    )


class NameTooLongError(ToldVaultError):
    """The system takes no name of this length."""

    WHAT = "De naam van het bestand of de map is te lang."
    ADVICE = "Er is niets veranderd. Kies een kortere naam."


class VaultBusyError(ToldVaultError):
    """Another connection holds the database for longer than we wait."""

    WHAT = "De kluis is even bezet door een andere handeling."
    ADVICE = "Wat al bewaard was, is er nog. Probeer het over een paar tellen opnieuw."


class VaultInUseError(ToldVaultError, OnlyReadableError):
    """Another window, command or computer holds the lock; the words name it when it is known."""

    WHAT = "Deze kluis is al open in een ander venster."
    ADVICE = "Er is niets veranderd. Ga naar dat venster, of open de kluis alleen om te lezen."

    def __init__(self, holder: LockHolder | None = None) -> None:
        super().__init__(f"Deze kluis is al open: {holder.in_words()}." if holder else "")
        self.holder = holder


class CannotLockError(ToldVaultError, OnlyReadableError):
    """The place knows no locks, so two programs could write at once."""

    WHAT = "Op deze plek kan de kluis niet veilig open: de schijf kent geen bestandsslot."
    ADVICE = "Er is niets veranderd. Zet de map op de schijf van je eigen computer."


class FolderNotEmptyError(ToldVaultError):
    """A new or restored vault needs a folder of its own."""

    WHAT = "Deze map is niet leeg."
    ADVICE = "Er is niets veranderd. Kies een lege map, of maak een nieuwe map voor de kluis."


class VaultClosedError(ToldVaultError):
    """The key was forgotten; the vault must be opened again."""

    WHAT = "De kluis is op slot."
    ADVICE = "Er is niets verloren. Open de kluis opnieuw met je wachtwoord."


class NotEnoughMemoryError(ToldVaultError):
    """The key derivation could not get its memory."""

    WHAT = "Er is te weinig werkgeheugen vrij om de kluis te openen."
    ADVICE = "Er is niets verloren. Sluit een paar andere programma's en probeer het opnieuw."


class NotABackupError(ToldVaultError):
    """The file is no backup of a vault."""

    WHAT = "Dit bestand is geen reservekopie van Planbureau."
    ADVICE = "Er is niets veranderd. Kies een bestand dat Planbureau als reservekopie heeft gemaakt."


class BackupDamagedError(ToldVaultError):
    """The backup is incomplete or damaged."""

    WHAT = "Deze reservekopie is beschadigd of niet compleet."
    ADVICE = "Er is niets veranderd. Kies een andere reservekopie."
