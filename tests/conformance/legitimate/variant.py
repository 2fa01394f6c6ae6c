"""A variant of the independent deployment, which decides otherwise what the documentation leaves open."""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from tests.conformance.answering import running
from tests.conformance.deployment import App, Deployment
from tests.conformance.independent.requests import BASE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Layer: TypeAlias = "Callable[[Any], Any]"
"""Takes an ASGI application, and returns one that answers in its place."""
Class = TypeVar("Class", bound=type)
FOREIGN = 12
"""How many accounts others have, unless a variant says otherwise."""


@dataclass(frozen=True)
class Variant:
    """A variant of the independent deployment.

    Attributes:
        name: what it does otherwise.
        classes: take the place of those that they derive from.
        layer: stands before the deployment.
        prefix: what the path of its address begins with.
        fill: gives it the data of others.
        is_about_data: whether it may refuse what property tests draw, so that they are made as well.
        options: further options of the command.
    """

    name: str
    classes: tuple[type, ...] = ()
    layer: Layer | None = None
    prefix: str = ""
    fill: Callable[[Deployment], None] = lambda deployment: deployment.populate(FOREIGN)
    is_about_data: bool = False
    options: tuple[str, ...] = ()


VARIANTS: list[Variant] = []


def variant(*beside: type, is_about_data: bool = False) -> Callable[[Class], Class]:
    """Make a class a variant, with other classes beside it."""

    def declare(varied: Class) -> Class:
        name = re.sub("(?<=.)(?=[A-Z])", " ", varied.__name__).capitalize()
        VARIANTS.append(Variant(name, (varied, *beside), is_about_data=is_about_data))
        return varied

    return declare


@contextmanager
def serving(variant: Variant, bundle: dict[str, Any]) -> Iterator[Deployment]:
    """Serve a variant on a free port of this machine, with the data of others, until the context ends."""
    deployment = Deployment(bundle)
    deployment.pages = deployment.pages_with(variant.classes)
    app = App(deployment)
    with running(variant.layer(app) if variant.layer else app) as origin:
        deployment.base_url = f"{origin}{variant.prefix}{BASE}"
        variant.fill(deployment)
        yield deployment
