"""TBD codegen/typescript."""
