"""TBD codegen/rulebook."""
