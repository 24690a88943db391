"""The screens: Qt widgets on the services, nothing of the vault or the database."""

from planbureau.ui.pyside_sources import leave_sources_alone

# Order: before the modules of any screen are imported.
leave_sources_alone()
