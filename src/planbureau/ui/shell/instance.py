"""One window per vault: a second start brings the first one to the front."""

from __future__ import annotations

import getpass
import hashlib

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE = 300
"""Milliseconds to wait for the other program's answer."""


class Instance(QObject):
    """Listens for a second start; `asked` says that one came."""

    asked = Signal()

    def __init__(self, vault: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # A hash: the name of a local socket is visible to everyone on the computer.
        mark = hashlib.sha256(f"{getpass.getuser()}\n{vault}".encode()).hexdigest()[:20]
        self._name = f"planbureau-{mark}"
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)

    def brought_forward(self) -> bool:
        """Whether another window is open and was asked to come forward; if not, this one listens."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if socket.waitForConnected(PATIENCE):
            socket.disconnectFromServer()
            return True
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)
        return False

    def _answer(self) -> None:
        connection = self._server.nextPendingConnection()
        if connection is not None:
            connection.disconnectFromServer()
            connection.deleteLater()
        self.asked.emit()

    def close(self) -> None:
        """Stops listening."""
        self._server.close()
