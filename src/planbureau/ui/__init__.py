"""The windows: what a person sees and touches. Holds ids and frozen views, never a record.

Everything on the screen asks `services.api` for what it shows and for what it changes.
"""
