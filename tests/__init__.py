"""A package, so that it goes before the one of the same name that contextio 1.12.8 installs."""
