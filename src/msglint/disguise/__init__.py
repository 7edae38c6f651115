"""Seeing through disguise: what a text says once spelled-out, homophone and leetspeak words are made plain.

Each step finds windows of a folded text that look disguised and says how to write them plainly. The outcome
is a second text with the way back to the first, judged beside it, so that a wrong guess hides no plain word.
"""
