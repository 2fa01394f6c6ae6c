"""What packages bring beside their code: licence, authors, addresses, changelog."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Final

from contextio_contract.codegen.names import OWN

if TYPE_CHECKING:
    from contextio_contract.codegen.names import Names
    from contextio_contract.contract import Contract

_LICENSE: Final = Path(__file__).with_name("LICENSE")
"""The licence of the templates, and so of the code that is made from them."""
_CLASSIFIERS: Final = (
    "Intended Audience :: Developers",
    "Operating System :: OS Independent",
    *(f"Programming Language :: Python :: {version}" for version in ("3", "3.11", "3.12", "3.13", "3.14")),
    "Typing :: Typed",
)
CHANGELOG: Final = "CHANGELOG.md"
"""The changelog of a description, and of each package."""


def license_of(contract: Contract) -> str:
    """Return the licences of the code and of the description as an SPDX expression."""
    stated = contract.bundle["info"].get("license", {}).get("identifier")
    return "MIT" if stated in {None, "MIT"} else f"MIT AND {stated}"


def authors_of(contract: Contract) -> dict[str, str]:
    """Return name and mail address of whom the description names as contact, as far as it does."""
    contact = contract.bundle["info"].get("contact", {})
    return {key: str(contact[key]) for key in ("name", "email") if key in contact}


def addresses_of(contract: Contract) -> dict[str, str]:
    """Return the addresses that the description names, by what registries call them."""
    info, more = contract.bundle["info"], contract.bundle.get("externalDocs", {})
    stated = {"Homepage": info.get("contact", {}).get("url"), "Documentation": more.get("url")}
    return {name: str(url) for name, url in stated.items() if url}


def python_metadata(contract: Contract) -> str:
    """Return what pyproject.toml says of a package beside name, version and dependencies, in TOML."""
    classifiers = "".join(f"    {json.dumps(each)},\n" for each in _CLASSIFIERS)
    lines = [f"license = {json.dumps(license_of(contract))}", 'license-files = ["LICENSE"]']
    if author := authors_of(contract):
        lines.append(f"authors = [{_table(author)}]")
    lines.append(f"classifiers = [\n{classifiers}]")
    if addresses := addresses_of(contract):
        lines.append(f"urls = {_table(addresses)}")
    return "\n".join(lines)


def write_texts(contract: Contract, folder: Path, names: Names, spec: Path | None) -> None:
    """Write the licence of a package and, where its description has one, the changelog.

    Args:
        contract: the description.
        folder: the folder of the package.
        names: the names of the packages.
        spec: the folder of the description; None if there is none.
    """
    shutil.copyfile(_LICENSE, folder / _LICENSE.name)
    if spec is not None and has_changelog(spec):
        text = changelog((spec / CHANGELOG).read_text("utf-8"), contract.title, names)
        (folder / CHANGELOG).write_text(text, encoding="utf-8")


def has_changelog(spec: Path | None) -> bool:
    """Return whether there is a changelog in the folder of a description; None is no folder."""
    return spec is not None and (spec / CHANGELOG).is_file()


def changelog(log: str, title: str, names: Names) -> str:
    """Return the changelog of packages: the sections of their description's, from the first version on.

    Args:
        log: the changelog of the description, with the names of this project's packages.
        title: the title of the API.
        names: the names of the packages.
    """
    first = re.search(r"^## ", log, re.MULTILINE)
    sections = log[first.start() :] if first else ""
    for name in ("models", "client", "models_distribution", "distribution"):
        sections = sections.replace(getattr(OWN, name), getattr(names, name))
    return (
        "# Changelog\n\n"
        f"Of the description of the {title}, and of all that is generated from it. What breaks programs\n"
        "stands under Breaking. It raises the first number of the version, or the second where that is 0.\n\n"
        f"{sections}"
    )


def _table(values: dict[str, str]) -> str:
    """Return texts as an inline table of TOML."""
    return f"{{ {', '.join(f'{key} = {json.dumps(value)}' for key, value in values.items())} }}"
