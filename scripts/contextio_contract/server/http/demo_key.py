"""Consumer key of the demo; the API reference that a server shows comes with it."""

from typing import Final

DEMO_KEY: Final = "demo-key"
DEMO_SECRET: Final = "demo-secret"  # noqa: S105 - printed at each start, a secret in name only
