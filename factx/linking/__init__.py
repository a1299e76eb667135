"""Linkers: mentions joined into speakers, attributed quotes and claims. One file a question."""
