"""One window per vault: a second start brings the first one to the front."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QDir, QLockFile, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

PATIENCE = 2000
"""Milliseconds to wait for the other program's answer; it may have started this very moment."""
_AGAIN = 50


class Instance(QObject):
    """Listens for a second start; `asked` says that one came.

    A file tells whether there is another program. The network of Qt, which takes longer to load, comes in
    only to speak with it, or when the first window has been painted.
    """

    asked = Signal()

    def __init__(self, vault: str, parent: QObject | None = None, patience: int = PATIENCE) -> None:
        super().__init__(parent)
        # A hash: the name of a local socket is visible to everyone on the computer.
        told = f"{Path.home()}\n{vault}".encode()
        mark = QCryptographicHash.hash(told, QCryptographicHash.Algorithm.Sha256).toHex().toStdString()[:20]
        self._name = f"planbureau-{mark}"
        self._patience = patience
        self._lock = QLockFile(str(Path(QDir.tempPath()) / f"{self._name}.lock"))
        # It never grows old: a program may be open for days. One whose program is gone does not count.
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None

    def brought_forward(self) -> bool:
        """Whether another window is open and was asked to come forward.

        One that does not answer in time counts as gone, so that it never keeps the vault closed.
        """
        if self._lock.tryLock(0):
            return False
        from PySide6.QtNetwork import QLocalSocket

        waited = 0
        while waited < self._patience:
            socket = QLocalSocket()
            socket.connectToServer(self._name)
            if socket.waitForConnected(self._patience):
                socket.disconnectFromServer()
                return True
            time.sleep(_AGAIN / 1000)
            waited += _AGAIN
        return False

    def listen(self) -> None:
        """Hears a second start from now on; again has no effect."""
        if self._server is not None:
            return
        from PySide6.QtNetwork import QLocalServer

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)

    def _answer(self) -> None:
        connection = self._server.nextPendingConnection() if self._server is not None else None
        if connection is not None:
            connection.disconnectFromServer()
            connection.deleteLater()
        self.asked.emit()

    def close(self) -> None:
        """Stops listening."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()
