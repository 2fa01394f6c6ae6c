"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from contextio_models.base import Model, SecretText

from . import o_auth_provider_type


class OAuthProviderCreateForm(Model):
    """An OAuth client to register."""

    type: Annotated[
        o_auth_provider_type.OAuthProviderType, Field(description="The provider, and the version of OAuth.")
    ]
    """The provider, and the version of OAuth."""

    provider_consumer_key: Annotated[
        str,
        Field(
            pattern="[^.]",
            description="Identifier of the client at the provider. It is not of dots alone, since it stands in paths.",
        ),
    ]
    """Identifier of the client at the provider. It is not of dots alone, since it stands in paths."""

    provider_consumer_secret: Annotated[
        str, SecretText(), Field(min_length=1, description="Secret of the client.")
    ]
    """Secret of the client."""
