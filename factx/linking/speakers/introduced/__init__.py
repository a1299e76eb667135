"""What the words around a person's name tell: the role, and whose it is.

`marks`: the tokens as they are read here; `roles`, `owners`: what may be the role and the organisation; `reading`: which of them are;
`implied`: whom a person works for where no words tell it.
"""
