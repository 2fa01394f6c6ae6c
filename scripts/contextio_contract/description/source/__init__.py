"""The files of `spec/`: YAML with positions, references between files, and the bundle made of them."""
