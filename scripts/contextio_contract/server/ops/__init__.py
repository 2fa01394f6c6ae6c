"""What operators see of a process: its health, its metrics, its log."""
