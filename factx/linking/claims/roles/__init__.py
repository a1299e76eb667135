"""How an amount stands in its clause: one role each, by the first rule that fits.

A rule reads the chunks around the amount and names the *noun* that the amount measures ("net income of $5m", "a $5m
loss"), or the *verb* that it completes ("spent $5m on"), or the *base*: another amount whose claim it restates or is
compared with. `EXPLANATIONS` has an example of each; a file holds the rules of one kind, `reader` their order.
"""

from factx.linking.claims.roles.reader import Roles
from factx.linking.claims.roles.role import EXPLANATIONS, Role

__all__ = ["EXPLANATIONS", "Role", "Roles"]
