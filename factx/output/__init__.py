"""Outputs: everything here reads `Facts` alone."""
