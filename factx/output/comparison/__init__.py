"""A comparison as rows, table, Markdown, JSON and a page; these read `Comparison` alone."""
