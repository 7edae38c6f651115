"""Measuring msglint: generated messages, what costs what, and the same work done by other tools."""
