"""One module for each model. Generated from the description; not to be edited."""

from typing import TYPE_CHECKING, Any

if not TYPE_CHECKING:  # type checkers shall report names that do not exist

    def __getattr__(name: str) -> Any:
        """Find a model by the name that earlier pickles have, such as `contextio_models.models.Account`."""
        import contextio_models

        if name in contextio_models.__all__:
            return getattr(contextio_models, name)
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
