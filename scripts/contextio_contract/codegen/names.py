"""Names of the generated packages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Names:
    """The names of packages that belong together.

    Attributes:
        stem: what they begin with, such as `contextio` in `contextio_models` and `contextio_client`.
    """

    stem: str

    @property
    def models(self) -> str:
        """The name by which Python imports the models."""
        return f"{self.stem}_models"

    @property
    def client(self) -> str:
        """The name by which Python imports the client."""
        return f"{self.stem}_client"

    @property
    def models_distribution(self) -> str:
        """The name by which pip installs the models."""
        return self.models.replace("_", "-")

    @property
    def distribution(self) -> str:
        """The name by which pip and npm install the client."""
        return self.client.replace("_", "-")


OWN: Final = Names("contextio")
"""The names of the packages in `generated/`."""
