"""The screens: Qt widgets on the services, nothing of the vault or the database."""
