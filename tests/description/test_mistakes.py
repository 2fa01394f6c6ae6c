"""Typical mistakes, planted one at a time in the description: each is found, by its rule, on its line."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from contextio_contract.description import read

SPEC = Path(__file__).parents[2] / "spec"


class Mistake(NamedTuple):
    """An edit of the first place where `old` stands; the finding's rule, line and, if another, file."""

    file: str
    old: str
    new: str
    rule: str
    line: str
    found_in: str = ""


ACCOUNTS = "resources/accounts.yaml"
SOURCES = "resources/sources.yaml"
TOKENS = "resources/connect_tokens.yaml"

MISTAKES = {
    # YAML
    "tab": Mistake(ACCOUNTS, "      tags: [accounts]", "\ttags: [accounts]", "yaml", "\ttags: [accounts]"),
    "duplicate key": Mistake(
        ACCOUNTS,
        "      operationId: accounts_list\n",
        "      operationId: accounts_list\n      operationId: accounts_all\n",
        "yaml",
        "operationId: accounts_all",
    ),
    "colon in a text": Mistake(
        ACCOUNTS, "summary: Delete an account.", "summary: Delete: an account.", "yaml", "summary: Delete:"
    ),
    "unquoted status": Mistake(ACCOUNTS, '"200":', "200:", "yaml", "200:"),
    "unquoted switch": Mistake("common.yaml", "      - DISABLED", "      - OFF", "yaml", "- OFF"),
    "bracket left open": Mistake(
        ACCOUNTS, "x-source: [seed, docs2012, python, ruby]", "x-source: [seed", "yaml", "x-source: [seed"
    ),
    # references
    "misspelt reference": Mistake(
        ACCOUNTS,
        'responses/Unauthorized"',
        'responses/Unauthorised"',
        "ref",
        '$ref: "../common.yaml#/responses/Unauthorised"',
    ),
    "misspelt file": Mistake(ACCOUNTS, '"sources.yaml#', '"source.yaml#', "ref", '$ref: "source.yaml#'),
    "forgotten path": Mistake(
        "openapi.yaml",
        '  /accounts/{id}/sources: {$ref: "resources/sources.yaml#/pathItems/collection"}\n',
        "",
        "unused-component",
        "collection:",
        SOURCES,
    ),
    "unused schema": Mistake(
        SOURCES,
        "schemas:\n",
        "schemas:\n  Draft: {type: string, description: A draft.}\n",
        "unused-component",
        "Draft:",
    ),
    "reference to another section": Mistake(
        ACCOUNTS,
        '"../common.yaml#/parameters/AccountId"',
        '"../common.yaml#/responses/NotFound"',
        "reference-section",
        '- $ref: "../common.yaml#/responses/NotFound"',
    ),
    # structure
    "misspelt keyword of an operation": Mistake(
        ACCOUNTS,
        "      summary: Read an account.",
        "      sumary: Read an account.",
        "unknown-field",
        "sumary:",
    ),
    "misspelt keyword of a schema": Mistake(
        SOURCES, "minLength: 1", "minLenght: 1", "unknown-field", "minLenght:"
    ),
    "misspelt type": Mistake(SOURCES, "type: integer", "type: interger", "openapi", "type: interger"),
    "type beside the schema": Mistake(
        ACCOUNTS,
        "          in: query\n",
        "          in: query\n          type: string\n",
        "unknown-field",
        "type: string",
    ),
    "wrong place of a parameter": Mistake(ACCOUNTS, "in: query", "in: form", "openapi", "in: form"),
    "minimum as a text": Mistake(SOURCES, "minimum: 1", 'minimum: "1"', "openapi", 'minimum: "1"'),
    "required of an unknown property": Mistake(
        SOURCES,
        "required: [label, status]",
        "required: [label, state]",
        "required-property",
        "required: [label, state]",
    ),
    "required of an unknown property in a condition": Mistake(
        ACCOUNTS, "- required: [server]", "- required: [servr]", "required-property", "- required: [servr]"
    ),
    "missing path parameter": Mistake(
        SOURCES, '      - $ref: "../common.yaml#/parameters/SourceLabel"\n', "", "path-parameters", "get:"
    ),
    "renamed path parameter": Mistake(
        "openapi.yaml",
        "  /connect_tokens/{token}:",
        "  /connect_tokens/{id}:",
        "path-parameters",
        "/connect_tokens/{id}:",
    ),
    "slash at the end of a path": Mistake(
        "openapi.yaml", "  /connect_tokens:", "  /connect_tokens/:", "path-form", "/connect_tokens/:"
    ),
    "body of a GET": Mistake(
        ACCOUNTS,
        "      operationId: accounts_get\n      tags",
        "      operationId: accounts_get\n      requestBody: {description: None., content: {}}\n      tags",
        "body-method",
        "requestBody:",
    ),
    "JSON body": Mistake(
        ACCOUNTS,
        "application/x-www-form-urlencoded:",
        "application/json:",
        "media-types",
        "application/json:",
    ),
    "missing answer": Mistake(
        ACCOUNTS,
        '        "401":\n          $ref: "../common.yaml#/responses/Unauthorized"\n',
        "",
        "answers",
        "responses:",
    ),
    "unknown security scheme": Mistake(
        "openapi.yaml", "- oauth1: []", "- oauth: []", "security-scheme", "- oauth: []"
    ),
    "object without a name": Mistake(
        ACCOUNTS,
        '                $ref: "#/schemas/AccountDeleted"',
        "                type: object\n                properties: {success: {type: boolean}}",
        "named-object",
        "schema:",
    ),
    # names
    "duplicate operationId": Mistake(
        ACCOUNTS,
        "operationId: accounts_get\n      tags",
        "operationId: accounts_list\n      tags",
        "operation-id-unique",
        "operationId: accounts_list",
    ),
    "operationId without a verb": Mistake(
        ACCOUNTS,
        "operationId: accounts_list\n",
        "operationId: accounts_all\n",
        "operation-id-form",
        "operationId: accounts_all",
    ),
    "tag of another page": Mistake(
        ACCOUNTS, "tags: [accounts]", "tags: [account]", "operation-tag", "tags: [account]"
    ),
    # examples
    "example of another type": Mistake(
        ACCOUNTS,
        "      nb_messages: 1204",
        '      nb_messages: "1204"',
        "example-valid",
        'nb_messages: "1204"',
    ),
    "example outside the enum": Mistake(
        SOURCES,
        "status: INVALID_CREDENTIALS",
        "status: INVALID_CREDENTIAL",
        "example-valid",
        "status: INVALID_CREDENTIAL",
    ),
    "example that is no URI": Mistake(
        ACCOUNTS,
        "resource_url: https://api",
        "resource_url: api url ",
        "example-valid",
        "resource_url: api url",
    ),
    "form example without a required field": Mistake(
        ACCOUNTS,
        "value: {email: ada@example.com, first_name",
        "value: {first_name",
        "example-valid",
        "value: {first_name",
    ),
    "example of a parameter": Mistake(
        "common.yaml", "    example: OK", '    example: "NOT OK"', "example-valid", "example:"
    ),
    "default outside the enum": Mistake(SOURCES, "default: 0", "default: 2", "default-valid", "default: 2"),
    # links
    "link to an unknown operation": Mistake(
        ACCOUNTS,
        "              operationId: accounts_get",
        "              operationId: account_get",
        "link-target",
        "operationId: account_get",
    ),
    "link with an unknown parameter": Mistake(
        ACCOUNTS,
        "parameters: {id: $response.body#/id}",
        "parameters: {account: $response.body#/id}",
        "link-parameters",
        "parameters: {account:",
    ),
    "link to an unknown field": Mistake(
        ACCOUNTS,
        "{id: $response.body#/id}",
        "{id: $response.body#/account_id}",
        "link-expression",
        "parameters: {id: $response.body#/account_id}",
    ),
    "broken expression": Mistake(
        ACCOUNTS,
        "{id: $response.body#/id}",
        "{id: $response.body.id}",
        "link-expression",
        "parameters: {id: $response.body.id}",
    ),
    "callback to an unknown field": Mistake(
        "common.yaml",
        "{$request.body#/callback_url}",
        "{$request.body#/callback}",
        "callback-expression",
        '"{$request.body#/callback}"',
    ),
    # provenance and wording
    "unknown extension": Mistake(
        ACCOUNTS, "      x-impact: read", "      x-effect: read", "extension-known", "x-effect: read"
    ),
    "operation without sources": Mistake(
        SOURCES,
        "      x-source: [docs2012, docs2018, python, ruby, php, java, node, swagger, ios]\n",
        "",
        "sourced",
        "get:",
    ),
    "unknown source": Mistake(
        ACCOUNTS, "x-source: [seed,", "x-source: [sead,", "source-known", "x-source: [sead,"
    ),
    "property without a description": Mistake(
        ACCOUNTS, "        description: Identifier of the account.\n", "", "described", "id:"
    ),
    "description without an end": Mistake(
        ACCOUNTS,
        "description: Identifier of the account.",
        "description: Identifier of the account",
        "sentence",
        "description: Identifier",
    ),
    # generators
    "null in an enum": Mistake(
        "common.yaml",
        "enum: [password, oauth, oauth2]",
        "enum: [password, oauth, null]",
        "null-in-enum",
        "enum:",
    ),
    "bare const in a union": Mistake(
        TOKENS,
        "          - type: boolean\n            const: false",
        "          - const: false",
        "const-typed",
        "- const: false",
    ),
    "closed form": Mistake(
        ACCOUNTS,
        "    required: [email]\n",
        "    required: [email]\n    additionalProperties: false\n",
        "open-form",
        "additionalProperties:",
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES.keys())
def test_a_planted_mistake_is_found_on_its_line(tmp_path: Path, mistake: Mistake) -> None:
    spec = tmp_path / "spec"
    shutil.copytree(SPEC, spec)
    path = spec / mistake.file
    text = path.read_text()
    assert mistake.old in text
    path.write_text(text.replace(mistake.old, mistake.new, 1))
    found = [
        (finding, (tmp_path / finding.position.file).read_text().splitlines()[finding.position.line - 1])
        for finding in read(spec).findings
    ]
    assert any(
        finding.position.file == f"spec/{mistake.found_in or mistake.file}"
        and finding.rule == mistake.rule
        and line.lstrip(" ").startswith(mistake.line)
        for finding, line in found
    ), [str(finding) for finding, _ in found]
