"""Programs that ill-treat a server and count what it accepts, loses and keeps; `make torture` runs them."""
