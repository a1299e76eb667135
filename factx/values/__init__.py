"""From a mention to a value: calendar days, currencies, units."""
