"""Finding phrases: one scan for all literals, then joining hits into what the phrases say."""
