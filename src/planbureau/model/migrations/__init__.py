"""The schema through time. Migrations never import the live models."""
