"""Mistakes in the small library, each with the rule that finds it, the line, and what to write."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path


class Planted(NamedTuple):
    """An edit of the first place where `old` stands; the rule that finds it, its line, and the advice."""

    file: str
    old: str
    new: str
    rule: str
    line: str
    advice: str

    def plant_in(self, spec: Path) -> None:
        """Make the edit in a copy of the library."""
        path = spec / self.file
        text = path.read_text("utf-8")
        assert self.old in text
        path.write_text(text.replace(self.old, self.new, 1), "utf-8")


BOOKS: Final = "resources/books.yaml"
COMMON: Final = "common.yaml"
ROOT: Final = "openapi.yaml"
_EXAMPLE: Final = "    example: 10\n"
_CELLS: Final = "      cells: {type: integer, description: How many signs it has.}\n"
_BRAILLE: Final = "    description: A book for fingers.\n"
_LINK: Final = "book: $response.body#/title}"


def _value(written: str, rule: str, advice: str) -> Planted:
    return Planted(COMMON, _EXAMPLE, f"    example: {written}\n", rule, f"example: {written}", advice)


def _cells(rule: str, blamed: str, advice: str, *lines: str) -> Planted:
    """Plant a schema of a field that no example has, in lines of which one is to blame."""
    text = "".join(f"        {line}\n" for line in ("description: How many signs it has.", *lines))
    return Planted(BOOKS, _CELLS, f"      cells:\n{text}", rule, blamed, advice)


def _braille(rule: str, blamed: str, advice: str, *lines: str) -> Planted:
    text = "".join(f"    {line}\n" for line in lines)
    return Planted(BOOKS, _BRAILLE, f"{_BRAILLE}{text}", rule, blamed, advice)


def _link(value: str, advice: str) -> Planted:
    return Planted(
        BOOKS, _LINK, f"book: {value}}}", "link-expression", "parameters: {shelf: $request", advice
    )


PLANTED: Final = {
    # YAML that other readers read otherwise
    "octal of YAML 1.1": _value("0143", "yaml", 'write 143 for a number, "0143" with quotes for a text'),
    "zero in front": _value("08", "yaml", 'write 8 for a number, "08" with quotes for a text'),
    "octal of YAML 1.2": _value("0o17", "yaml", 'write 15 for a number, "0o17" with quotes for a text'),
    "binary": _value("0b101", "yaml", "write 5 for a number"),
    "signed hexadecimal": _value("-0x1F", "yaml", "write -31 for a number"),
    "underscores": _value("10_000", "yaml", "write 10000 for a number"),
    "exponent": _value("1e3", "yaml", "write 1000 for a number"),
    "exponent without a sign": _value("1.5e3", "yaml", "write 1500 for a number"),
    "minutes": _value("12:30", "yaml", 'write "12:30" with quotes'),
    "hours": _value("190:20:30", "yaml", 'write "190:20:30" with quotes'),
    "day": _value("2018-12-15", "yaml", 'write "2018-12-15" with quotes'),
    "moment": _value("2018-12-15T00:00:00Z", "yaml", 'write "2018-12-15T00:00:00Z" with quotes'),
    "moment with a blank": _value("2018-12-15 00:00:00 +1", "yaml", 'write "2018-12-15 00:00:00 +1" with'),
    "equals sign": _value("=", "yaml", 'write "=" with quotes'),
    "yes": _value("yes", "yaml", 'write "yes" with quotes for a text, true for a boolean'),
    "no": _value("No", "yaml", 'write "No" with quotes for a text, false for a boolean'),
    "on": _value("ON", "yaml", 'write "ON" with quotes for a text, true for a boolean'),
    "y": _value("y", "yaml", 'write "y" with quotes for a text, true for a boolean'),
    "infinity": _value(".inf", "yaml", "write a finite number, or put it in quotes"),
    "no number": _value(".NaN", "yaml", "write a finite number, or put it in quotes"),
    "tag of a program": _value("!ruby/object 10", "yaml", "remove the tag"),
    "tag of a set": _value("!!set {a}", "yaml", "remove the tag"),
    "timestamp tag": _value("!!timestamp 2018-12-15", "yaml", "remove the tag"),
    "text that begins with &": _value("&Sons and more", "yaml", "put the text that begins with & in quotes"),
    "text that begins with *": _value("*Emma", "yaml", "put &name above it, or the text in quotes"),
    "text that begins with @": _value("@home", "yaml", "check quotes, colons"),
    "text that begins with %": _value("%d", "yaml", "check quotes, colons"),
    "merge key": Planted(
        COMMON,
        "  Limit:\n",
        "  Other: &other {in: query}\n  Limit:\n    <<: *other\n",
        "yaml",
        "<<: *other",
        "write the entries out, or refer to a component with $ref",
    ),
    "merge keys in a list": Planted(
        COMMON,
        "  Limit:\n",
        "  Other: &other {in: query}\n  Limit:\n    <<: [*other]\n",
        "yaml",
        "<<: [*other]",
        "write the entries out, or refer to a component with $ref",
    ),
    "key that is a number": Planted(
        BOOKS, '        "200"', "        200", "yaml", "200:", 'write "200": with'
    ),
    "key that is a date": Planted(
        BOOKS, "      emma:", "      2018-12-15:", "yaml", "2018-12-15:", 'write "2018-12-15" with quotes'
    ),
    "key twice": Planted(COMMON, _EXAMPLE, _EXAMPLE * 2, "yaml", "example: 10", "remove one"),
    "no-break space before a key": Planted(
        COMMON,
        "    in: query\n",
        "   \N{NO-BREAK SPACE}in: query\n",
        "yaml",
        "\N{NO-BREAK SPACE}in: query",
        "write spaces",
    ),
    "no-break space after the indentation": Planted(
        COMMON,
        "    in: query\n",
        "    \N{NO-BREAK SPACE}in: query\n",
        "look-alike",
        "\N{NO-BREAK SPACE}in: query",
        "write spaces and in",
    ),
    "reference without quotes": Planted(
        BOOKS,
        'examples:\n          emma: {$ref: "#/examples/FormAlias"}',
        "examples:\n          emma:\n            $ref: #/examples/FormAlias",
        "yaml",
        "$ref: #/examples/FormAlias",
        'write "#/examples/FormAlias" with quotes',
    ),
    # letters that look like others
    "Cyrillic key": Planted(
        COMMON,
        "    name: limit",
        "    n\N{CYRILLIC SMALL LETTER A}me: limit",
        "look-alike",
        "n",
        "write name in ASCII letters",
    ),
    "Cyrillic value": Planted(
        COMMON,
        "in: query",
        "in: qu\N{CYRILLIC SMALL LETTER IE}ry",
        "look-alike",
        "in: qu",
        "write query in ASCII letters",
    ),
    "Greek reference": Planted(
        BOOKS,
        '"#/schemas/Braille"',
        '"#/schemas/Br\N{GREEK SMALL LETTER ALPHA}ille"',
        "look-alike",
        '- $ref: "#/schemas/Br',
        "write #/schemas/Braille in ASCII letters",
    ),
    "full-width key": Planted(
        COMMON,
        "    name: limit",
        "    nam\N{FULLWIDTH LATIN SMALL LETTER E}: limit",
        "look-alike",
        "nam",
        "write name in ASCII letters",
    ),
    "letter that cannot be seen": Planted(
        COMMON,
        "in: query",
        "in: que\N{ZERO WIDTH SPACE}ry",
        "look-alike",
        "in: que",
        "write query in ASCII letters",
    ),
    # links
    "expression with dots": _link('"{$response.body.title}"', "write $response.body#/title"),
    "expression with dots and no braces": _link("$response.body.title", "write $response.body#/title"),
    "expression without a dollar": _link("response.body#/title", "write $response.body#/title"),
    "expression in braces": _link('"{$response.body#/title}"', "write $response.body#/title"),
    "field that the answer lacks": _link('"{$response.body#/titel}"', "write $response.body#/title"),
    "field that the answer lacks, far off": _link(
        "$response.body#/isbn", "write $response.body#/<field> with one of callback_url, kind, title"
    ),
    "field below a text": _link("$response.body#/title/text", "write $response.body#/title/<field>"),
    "parameter that the request lacks": _link("$request.path.shelv", "write $request.path.shelf"),
    "header that the answer lacks": _link("$response.header.ETag", "write $response.body#/<field>"),
    "expression that is none": _link("$answer.title", "write $response.body#/<field>"),
    "name of a field": _link("title", "write $response.body#/title for the value of the field"),
    "name of a field in braces": _link('"{title}"', "write $response.body#/title for the value of the field"),
    "name of a parameter": _link('"{shelf}"', "write $request.path.shelf for the value of the parameter"),
    "brace left open": _link('"a{$response.body#/title"', "write {$response.body#/<field>} inside the text"),
    "link to a misspelt operation": Planted(
        BOOKS,
        "operationId: books_get\n    d",
        "operationId: book_get\n    d",
        "link-target",
        "operationId: book_get",
        "write operationId: books_get",
    ),
    "link to an operation that is missing": Planted(
        BOOKS,
        "operationId: books_get\n    d",
        "operationId: books_delete\n    d",
        "link-target",
        "operationId: books_delete",
        "write operationId: one of books_create, books_get, books_list, or describe",
    ),
    "link to another page": Planted(
        BOOKS,
        "operationId: books_get\n    d",
        "operationId: covers_get\n    d",
        "link-target",
        "operationId: covers_get",
        "write operationId: books_get, or describe",
    ),
    "link by a pointer into the page": Planted(
        BOOKS,
        '"../openapi.yaml#/paths/~1shelves~1{shelf}~1books/get"',
        '"#/pathItems/collection/get"',
        "ref",
        'operationRef: "#/pathItems',
        "write operationId: with the id of the operation in its place",
    ),
    "link without a parameter of the path": Planted(
        BOOKS,
        "{shelf: $request.path.shelf, book: $response.body#/title}",
        "{shelf: $request.path.shelf}",
        "link-parameters",
        "parameters:",
        "add book: to parameters",
    ),
    # discriminators
    "discriminating property that no member has": Planted(
        BOOKS,
        "propertyName: kind",
        "propertyName: sort",
        "discriminator",
        "propertyName: sort",
        "write one of callback_url, kind, title",
    ),
    "discriminating property that is not required": Planted(
        BOOKS,
        "required: [kind, cells]",
        "required: [cells]",
        "discriminator-required",
        "propertyName: kind",
        "add kind to required there",
    ),
    "mapping to a missing schema": Planted(
        BOOKS, "braille: Braille\n", "braille: Brail\n", "ref", "braille: Brail", "write Braille"
    ),
    "mapping by a misspelt reference": Planted(
        BOOKS,
        'paper: "#/schemas/Paper"',
        'paper: "#/schemas/Papers"',
        "ref",
        'paper: "#/schemas/Papers"',
        "write Paper",
    ),
    "mapping to what is no member": Planted(
        BOOKS,
        "braille: Braille\n",
        "braille: BookCreateForm\n",
        "discriminator",
        "braille: BookCreateForm",
        "add it to oneOf, or remove it here",
    ),
    # contradictions
    "two types": _cells(
        "type-conflict",
        "- type: string",
        "leave one of the two types",
        "allOf:",
        "  - type: object",
        "  - type: string",
    ),
    "type beside another in allOf": _cells(
        "type-conflict",
        "- type: string",
        "leave one of the two types",
        "type: integer",
        "allOf:",
        "  - type: string",
    ),
    "type and constant of a part": _cells(
        "type-conflict",
        "- const: many",
        "leave one of the two types",
        "type: integer",
        "allOf:",
        "  - const: many",
    ),
    "type around a union": _cells(
        "type-conflict",
        "- type: string",
        "remove this member, or the type around it",
        "type: integer",
        "anyOf:",
        "  - type: integer",
        "  - type: string",
    ),
    "bounds": _cells(
        "bounds-order",
        "minimum: 9",
        "write minimum: with a number of at most 1",
        "type: integer",
        "minimum: 9",
        "maximum: 1",
    ),
    "exclusive bounds": _cells(
        "bounds-order",
        "exclusiveMinimum: 9",
        "write exclusiveMinimum: with a number below 9",
        "type: integer",
        "exclusiveMinimum: 9",
        "exclusiveMaximum: 9",
    ),
    "bound and exclusive bound": _cells(
        "bounds-order",
        "minimum: 9",
        "write minimum: with a number below 9",
        "type: integer",
        "minimum: 9",
        "exclusiveMaximum: 9",
    ),
    "bounds of parts": _cells(
        "bounds-order",
        "- minimum: 9",
        "write minimum: with a number of at most 1",
        "type: integer",
        "allOf:",
        "  - minimum: 9",
        "  - maximum: 1",
    ),
    "lengths": _cells(
        "bounds-order",
        "minLength: 9",
        "write minLength: with a number of at most 1",
        "type: string",
        "minLength: 9",
        "maxLength: 1",
    ),
    "numbers of elements": _cells(
        "bounds-order",
        "minItems: 9",
        "write minItems: with a number of at most 1",
        "type: array",
        "items: {type: string, description: A sign.}",
        "minItems: 9",
        "maxItems: 1",
    ),
    "constant of another type": _cells(
        "const-valid", "const: many", "write a value of type integer", "type: integer", "const: many"
    ),
    "constant in quotes": _cells(
        "const-valid", 'const: "6"', "write 6, without quotes", "type: integer", 'const: "6"'
    ),
    "constant outside the enum": _cells(
        "const-valid", "const: 7", "write one of 6, 8", "type: integer", "enum: [6, 8]", "const: 7"
    ),
    "constant below the bound": _cells(
        "const-valid",
        "const: 7",
        "change the value or the schema",
        "type: integer",
        "minimum: 8",
        "const: 7",
    ),
    "constant that breaks the pattern": _cells(
        "const-valid",
        "const: six",
        "change the value or the schema",
        "type: string",
        "pattern: ^[0-9]",
        "const: six",
    ),
    "enum in quotes": _cells(
        "enum-valid", 'enum: ["6"', "write 6, without quotes", "type: integer", 'enum: ["6", "8"]'
    ),
    "enum without quotes": _cells(
        "enum-valid", "enum: [6", 'write "6", in quotes', "type: string", "enum: [6, 8]"
    ),
    "enum longer than allowed": _cells(
        "enum-valid",
        "enum: [many]",
        "change the value or the schema",
        "type: string",
        "maxLength: 3",
        "enum: [many]",
    ),
    "member twice": _cells(
        "member-twice", "- type: string", "remove one", "oneOf:", "  - type: string", "  - type: string"
    ),
    "whole number in two members": _cells(
        "member-twice",
        "- type: number",
        "remove type: integer, or write anyOf",
        "oneOf:",
        "  - type: integer",
        "  - type: number",
    ),
    "everything is refused": _cells(
        "required-refused", "not: {}", "say in not what is refused", "type: integer", "not: {}"
    ),
    "required and refused": _braille(
        "required-refused", "not:", "remove it here, or from required", "not:", "  required: [cells]"
    ),
    "fewer properties than required": _braille(
        "required-refused", "maxProperties: 1", "write 2 or more", "maxProperties: 1"
    ),
    "closed beside a part": _braille(
        "closed-object",
        "additionalProperties: false",
        "write unevaluatedProperties: false",
        "additionalProperties: false",
        "allOf:",
        '  - $ref: "#/schemas/BookCreateForm"',
    ),
    "closed part": _braille(
        "closed-object",
        "- additionalProperties: false",
        "write unevaluatedProperties: false",
        "allOf:",
        "  - additionalProperties: false",
        "    properties: {pages: {type: integer, description: How many it has.}}",
    ),
    "closed member": _braille(
        "closed-object",
        "- additionalProperties: false",
        "write unevaluatedProperties: false",
        "anyOf:",
        "  - additionalProperties: false",
        "    properties: {cells: {type: integer, description: How many it has.}}",
        "  - required: [cells]",
    ),
    # formats and directions
    "format of numbers on a text": _cells(
        "format-type",
        "format: int32",
        "write type: integer, or remove the format",
        "type: string",
        "format: int32",
    ),
    "format of fractions on a text": _cells(
        "format-type",
        "format: double",
        "write type: number, or remove the format",
        "type: string",
        "format: double",
    ),
    "format of texts on a number": _cells(
        "format-type",
        "format: date-time",
        "write type: string, or remove",
        "type: integer",
        "format: date-time",
    ),
    "format of texts on a list": _cells(
        "format-type",
        "format: email",
        "write type: string, or remove the format",
        "type: array",
        "items: {type: string, description: An address.}",
        "format: email",
    ),
    "format of texts on a boolean": _cells(
        "format-type",
        "format: uri",
        "write type: string, or remove the format",
        "type: boolean",
        "format: uri",
    ),
    # values
    "number as a text": Planted(
        BOOKS,
        "minutes: 90",
        'minutes: "90"',
        "example-valid",
        '- {kind: audio, minutes: "90"',
        "write 90, without",
    ),
    "text as a number": Planted(
        BOOKS,
        "kind: paper, title: Emma}\n          - ",
        "kind: paper, title: 7}\n          - ",
        "example-valid",
        "- {kind: paper, title: 7}",
        'write "7", in quotes',
    ),
    "message as a boolean": Planted(
        COMMON,
        "example: {value: There is no such shelf.}",
        "example: {value: true}",
        "example-valid",
        "example: {value: true}",
        'write "true", in quotes',
    ),
}
