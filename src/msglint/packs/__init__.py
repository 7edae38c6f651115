"""Rule packs: from YAML to typed rules, with the proofs that they are sound."""
