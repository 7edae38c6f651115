"""msglint.yaml and the layers of context: what holds for a file, and why."""
