"""The rules of the domain as pure functions on frozen facts; today's date is always passed in."""
