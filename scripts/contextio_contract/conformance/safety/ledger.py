"""The ledger of a run: resources that it created, and resources that were there before it."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final, TypeAlias
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from contextio_contract.contract import PathTemplate

Resource: TypeAlias = tuple[str, ...]
"""The decoded path segments of a resource or a collection, such as ("accounts", "4f0f")."""

_MOVED: Final = str.maketrans("0123456789abcdefghijklmnopqrstuvwxyz", "1234567890bcdefahijklmnopqrstuvwxyzg")
"""Other digits, and other letters, in which hexadecimal digits stay such."""
_LONG: Final = 8
"""Characters of a name that no other resource has by chance."""


class Ledger:
    """The resources that a run created, in order, and those that it knows to belong to others.

    Several workers may use it at once: whatever goes through it goes through a copy.
    """

    def __init__(self) -> None:
        self._created: dict[Resource, bool] = {}
        self._foreign: dict[Resource, None] = {}
        self._foreign_names: set[str] = set()
        self._free: set[str] = set()
        self._beside: Ledger | None = None

    def beside_it(self) -> Ledger:
        """Return the ledger of work beside, which knows what was there before the run and nothing else."""
        ledger = self._beside = Ledger()
        ledger._foreign, ledger._foreign_names = {**self._foreign}, {*self._foreign_names}
        return ledger

    def add_created(self, resource: Resource) -> None:
        """Enter what a response says was created, unless it was there before."""
        if resource not in self._foreign:
            self._created[resource] = True

    def add_deleted(self, resource: Resource) -> None:
        """Note that a resource is gone, and with it all that lay within."""
        for other in [*self._created]:
            if other[: len(resource)] == resource:
                self._created[other] = False

    def add_foreign(self, resource: Resource) -> None:
        """Enter a resource that was there before the run."""
        self._foreign[resource] = None
        self._foreign_names.add(resource[-1])

    def add_seen(self, resource: Resource) -> None:
        """Enter a resource that a list shows; others may have the same name, as folders do."""
        if resource not in self._created:
            self._foreign[resource] = None

    def leading(self, template: PathTemplate) -> Resource | None:
        """Return a resource with a path of a template: the newest of the run, or else one of others."""
        every = itertools.chain(self.leftovers(), [*self._foreign])
        return next((resource for resource in every if template.match(resource) is not None), None)

    def disown(self, resource: Resource) -> None:
        """Enter as foreign what a response said was created."""
        self._created = {
            other: lives for other, lives in [*self._created.items()] if other[: len(resource)] != resource
        }
        self.add_foreign(resource)

    def of_others(self, collection: Resource) -> Iterator[Resource]:
        """Yield the resources of a collection that were there before the run."""
        return (resource for resource in [*self._foreign] if resource[:-1] == collection)

    def owns(self, resource: Resource) -> bool:
        """Return whether the run created a resource, even if it is gone, or invented its name.

        Inside a resource of this run, or one with an invented name, a name that the run created elsewhere
        also counts as ours.
        """
        if resource in self._created or resource[-1] in self._free:
            return True
        above = [resource[:end] for end in range(1, len(resource))]
        is_within = any(each in self._created or each[-1] in self._free for each in above)
        return is_within and self.has_created_name(resource[-1])

    def has_created_name(self, name: str) -> bool:
        """Return whether the run created anything of a name, anywhere."""
        return any(name == other[-1] for other in [*self._created])

    def has_created(self, resource: Resource) -> bool:
        """Return whether the run created a resource, also by work beside, even if it is gone."""
        return resource in self._created or (self._beside is not None and self._beside.has_created(resource))

    def names_foreign(self, value: str) -> bool:
        """Return whether a value is the name of a resource that was there before the run."""
        return value in self._foreign_names

    def living(self, collection: Resource) -> Resource | None:
        """Return the newest resource of a collection that the run created and that is not gone."""
        return next((resource for resource in self.leftovers() if resource[:-1] == collection), None)

    def lives(self, resource: Resource) -> bool:
        """Return whether the run created a resource and it is not gone."""
        return self._created.get(resource, False)

    def leftovers(self) -> list[Resource]:
        """Return what is not gone yet, in the order in which to remove it."""
        return [resource for resource, lives in reversed([*self._created.items()]) if lives]

    def name_like(self, name: str) -> str:
        """Return a name of the same form that no resource has: digits for digits, letters for letters."""
        moved = name.translate(_MOVED)
        if len(name) < _LONG or moved == name or self.names_foreign(moved):
            return self.free_name()
        self._free.add(moved)
        return moved

    def free_name(self) -> str:
        """Return a name that no resource of the deployment can have."""
        name = f"conformance-nothing-{len(self._free)}"
        self._free.add(name)
        return name


def path_of(resource: Resource) -> str:
    """Return the path of a resource, each segment percent-encoded."""
    return "/" + "/".join(quote(segment, safe="", errors="surrogatepass") for segment in resource)
