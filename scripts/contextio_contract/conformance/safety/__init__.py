"""What keeps a run from harm: guard, ledger, survey, clean-up."""
