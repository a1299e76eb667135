"""How the data files that factx learns from treebanks and dictionaries were made; not in the wheel."""
