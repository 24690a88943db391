"""The vault: one folder with an encrypted database and the keys that open it.

This room knows passwords, keys, SQLCipher, locks and backups, and nothing about clients or plans.
It hands out connections; who uses them never sees a key. `docs/kluis-formaat.md` describes the files.
"""
