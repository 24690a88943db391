"""The pages of the main window. A page knows the services and its own widgets, never another page."""
