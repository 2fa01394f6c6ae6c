"""Generation of `generated/` from the description: clients, models, reference and rulebook."""
