"""Finders: what can be seen locally in a text, each kind in files of its own, none knowing the others."""
