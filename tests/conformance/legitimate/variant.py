"""A variant of the independent deployment, which decides otherwise what the documentation leaves open."""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from tests.conformance.answering import running
from tests.conformance.deployment import App, Deployment
from tests.conformance.independent.requests import BASE
from tests.conformance.legitimate.mixing import combine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

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
        is_about_data: whether it may refuse what property tests draw, so that they draw more.
        is_alone: whether no other variant may stand beside it, since it is about what is there or who asks.
        options: further options of the command.
        about: which fields it is about, if others do something to other fields; of layers, what they do. A
            deployment is only one of those that do something to the same.
        shows: what must be there to see it.
        hides: what is not there beside it.
    """

    name: str
    classes: tuple[type, ...] = ()
    layer: Layer | None = None
    prefix: str = ""
    fill: Callable[[Deployment], None] = lambda deployment: deployment.populate(FOREIGN)
    is_about_data: bool = False
    is_alone: bool = False
    options: tuple[str, ...] = ()
    about: str = ""
    shows: tuple[str, ...] = ()
    hides: tuple[str, ...] = ()


VARIANTS: list[Variant] = []


def variant(*beside: type, is_about_data: bool = False, **settings: Any) -> Callable[[Class], Class]:
    """Make a class a variant, with other classes beside it; the settings are `about`, `shows` and `hides`."""

    def declare(varied: Class) -> Class:
        name = re.sub("(?<=.)(?=[A-Z])|(?<=[a-z])(?=[0-9])", " ", varied.__name__).capitalize()
        one = Variant(name, (varied, *beside), is_about_data=is_about_data)
        VARIANTS.append(replace(one, **settings))
        return varied

    return declare


@contextmanager
def serving(variants: Sequence[Variant], bundle: dict[str, Any]) -> Iterator[Deployment]:
    """Serve a deployment that is several variants at once, of which the first fills it with data of others.

    It has a free port of this machine, until the context ends.
    """
    deployment = Deployment(bundle)
    deployment.pages = deployment.pages_with(combine(variants))
    app: Any = App(deployment)
    for variant in variants:
        app = variant.layer(app) if variant.layer else app
    with running(app) as origin:
        prefix = "".join(variant.prefix for variant in variants)
        deployment.base_url = f"{origin}{prefix}{BASE}"
        variants[0].fill(deployment)
        yield deployment
