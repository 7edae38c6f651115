"""Required statements: are they in a text, word for word, altered, in another language, or missing?"""
