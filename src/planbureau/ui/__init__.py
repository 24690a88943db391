"""The screens: Qt widgets on the services, nothing of the vault or the database."""

from planbureau.ui.pyside_imports import import_without_looking

# Order: before the modules of any screen are imported.
import_without_looking()
