"""TBD codegen/python."""
