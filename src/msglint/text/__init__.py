"""What is done to a text before rules see it: folding, units, words, languages, placeholders."""
