"""Typical mistakes in the description, as data: the tests plant them, and so does the benchmark."""

from __future__ import annotations

from typing import Final, NamedTuple


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
    "misspelt type": Mistake(SOURCES, "type: integer", "type: interger", "field-value", "type: interger"),
    "type beside the schema": Mistake(
        ACCOUNTS,
        "          in: query\n",
        "          in: query\n          type: string\n",
        "unknown-field",
        "type: string",
    ),
    "wrong place of a parameter": Mistake(ACCOUNTS, "in: query", "in: form", "field-value", "in: form"),
    "minimum as a text": Mistake(SOURCES, "minimum: 1", 'minimum: "1"', "field-value", 'minimum: "1"'),
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
    "XML body": Mistake(
        ACCOUNTS,
        "application/x-www-form-urlencoded:",
        "application/xml:",
        "media-types",
        "application/xml:",
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
        "      nb_messages: 30",
        '      nb_messages: "30"',
        "example-valid",
        'nb_messages: "30"',
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
    "fallback outside the enum": Mistake(
        SOURCES, "x-fallback: 0", "x-fallback: off", "default-valid", "x-fallback: off"
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
    "source of an operation left out": Mistake(
        ACCOUNTS,
        "x-source: [seed, docs2012, docs2018, python, ruby, php, node, swagger, ios]",
        "x-source: [seed, docs2018, python, ruby, php, node, swagger, ios]",
        "documented",
        "x-source: [seed, docs2018,",
    ),
    "source of a schema left out": Mistake(
        ACCOUNTS,
        "    x-source: [seed, docs2012, ruby, go]",
        "    x-source: [docs2012, ruby, go]",
        "documented",
        "x-source: [docs2012, ruby, go]",
    ),
    "source that the documentation does not have": Mistake(
        SOURCES,
        "x-source: [docs2012, docs2018, python, ruby, php, node, ios]",
        "x-source: [docs2012, docs2018, python, ruby, php, node, ios, third_party]",
        "documented",
        "x-source: [docs2012, docs2018, python, ruby, php, node, ios, third_party]",
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
    # what the rules of other linters are about, and what earlier versions of OpenAPI allowed
    "conflict marker": Mistake(
        ACCOUNTS,
        "      summary: Read an account.\n",
        "<<<<<<< HEAD\n      summary: Read an account.\n=======\n      summary: Read one.\n>>>>>>> other\n",
        "yaml",
        "<<<<<<< HEAD",
    ),
    "quote left open": Mistake(
        ACCOUNTS,
        '"200":\n          description: The account.',
        '"200:\n          description: The account.',
        "yaml",
        '"200:',
    ),
    "lost indentation": Mistake(
        ACCOUNTS,
        "        description: Identifier of the account.\n",
        "       description: Identifier of the account.\n",
        "yaml",
        "description: Identifier",
    ),
    "missing operationId": Mistake(
        ACCOUNTS, "      operationId: accounts_get\n      tags", "      tags", "operation-id-unique", "get:"
    ),
    "operation without a page": Mistake(ACCOUNTS, "      tags: [accounts]\n", "", "operation-tag", "get:"),
    "answer without a schema": Mistake(
        ACCOUNTS,
        '            application/json:\n              schema:\n                $ref: "#/schemas/Account"\n',
        "            application/json:\n",
        "body-schema",
        "application/json:",
    ),
    "answer without a description": Mistake(
        ACCOUNTS, "          description: The account.\n", "", "described", '"200":'
    ),
    "status that is none": Mistake(ACCOUNTS, '"404":', '"4004":', "answer-status", '"4004":'),
    "method that is none": Mistake(ACCOUNTS, "    delete:\n", "    remove:\n", "unknown-field", "remove:"),
    "enum of another type": Mistake(
        "common.yaml", "enum: [0, 1]", 'enum: ["off", "yes"]', "enum-valid", 'enum: ["off", "yes"]'
    ),
    "value twice in an enum": Mistake(
        "common.yaml", "enum: [IMAP, imap]", "enum: [IMAP, IMAP]", "enum-valid", "enum: [IMAP, IMAP]"
    ),
    "default of another type": Mistake(
        SOURCES, "default: 0", "default: none", "default-valid", "default: none"
    ),
    "nullable of OpenAPI 3.0": Mistake(
        ACCOUNTS,
        "      nb_messages:\n        type: integer\n",
        "      nb_messages:\n        type: integer\n        nullable: true\n",
        "unknown-field",
        "nullable: true",
    ),
    "exclusive bound of OpenAPI 3.0": Mistake(
        ACCOUNTS,
        "      created:\n        type: integer\n        minimum: 0\n",
        "      created:\n        type: integer\n        minimum: 0\n        exclusiveMinimum: true\n",
        "field-value",
        "exclusiveMinimum: true",
    ),
    "required beside a property": Mistake(
        ACCOUNTS,
        "      first_name:\n        type: string\n",
        "      first_name:\n        type: string\n        required: true\n",
        "field-value",
        "required: true",
    ),
    "type that is a file": Mistake(
        ACCOUNTS,
        "      username:\n        type: string\n",
        "      username:\n        type: file\n",
        "field-value",
        "type: file",
    ),
    "array without items": Mistake(
        ACCOUNTS,
        "        description: Mail addresses of the person.\n"
        "        items:\n          type: string\n          description: A mail address.\n",
        "        description: Mail addresses of the person.\n",
        "array-items",
        "email_addresses:",
    ),
    "bounds that exclude each other": Mistake(
        SOURCES,
        "        minimum: 1\n        maximum: 65535\n",
        "        minimum: 65535\n        maximum: 1\n",
        "bounds-order",
        "minimum: 65535",
    ),
    "broken pattern": Mistake(
        "common.yaml",
        "pattern: '^[^@\\s]+@[^@\\s]+$'",
        "pattern: '^[^@\\s+@[^@\\s+$'",
        "pattern-valid",
        "pattern: '^[^@",
    ),
    "format that is none": Mistake(
        ACCOUNTS,
        "      resource_url:\n        type: string\n        format: uri\n",
        "      resource_url:\n        type: string\n        format: url\n",
        "format-known",
        "format: url",
    ),
    "property one level too high": Mistake(
        ACCOUNTS,
        "      nb_files:\n        type: integer\n        minimum: 0\n        description: How many files",
        "    nb_files:\n        type: integer\n        minimum: 0\n        description: How many files",
        "yaml",
        "resource_url:",
    ),
    "path parameter that is not required": Mistake(
        "common.yaml",
        "  AccountId:\n    name: id\n    in: path\n    required: true\n",
        "  AccountId:\n    name: id\n    in: path\n",
        "path-parameters",
        "AccountId:",
    ),
    "parameter twice": Mistake(
        ACCOUNTS,
        '        - $ref: "../common.yaml#/parameters/SourceStatusFilter"\n',
        '        - $ref: "../common.yaml#/parameters/SourceStatusFilter"\n'
        '        - $ref: "../common.yaml#/parameters/SourceStatusFilter"\n',
        "parameter-twice",
        '- $ref: "../common.yaml#/parameters/SourceStatusFilter"',
    ),
    "parameter in the body": Mistake(
        ACCOUNTS,
        "        - name: limit\n          in: query",
        "        - name: limit\n          in: body",
        "field-value",
        "in: body",
    ),
    "parameter without a schema": Mistake(
        ACCOUNTS,
        "          schema:\n            type: string\n          example: ada@example.com\n",
        "          example: ada@example.com\n",
        "value-schema",
        "- name: email",
    ),
    "example and examples": Mistake(
        ACCOUNTS,
        "              examples:\n                account:\n",
        "              example: {}\n              examples:\n                account:\n",
        "example-once",
        "example: {}",
    ),
    "two paths for one address": Mistake(
        "openapi.yaml",
        "  /connect_tokens/{token}:",
        '  /connect_tokens/{id}: {$ref: "resources/accounts.yaml#/pathItems/instance"}\n'
        "  /connect_tokens/{token}:",
        "path-form",
        "/connect_tokens/{token}:",
    ),
    "path without a slash": Mistake(
        "openapi.yaml", "  /connect_tokens:", "  connect_tokens:", "path-form", "connect_tokens:"
    ),
    "query in a path": Mistake(
        "openapi.yaml",
        "  /connect_tokens:",
        "  /connect_tokens?all=1:",
        "path-form",
        "/connect_tokens?all=1:",
    ),
    "version missing": Mistake("openapi.yaml", "  version: ", "  # version: ", "field-missing", "info:"),
    "server with a variable that is not described": Mistake(
        "openapi.yaml", 'url: "{deployment}"', 'url: "{host}"', "server-variables", '- url: "{host}"'
    ),
    "signature scheme missing": Mistake(
        "openapi.yaml", "    oauth1:\n", "    oauth2:\n", "security-scheme", "- oauth1: []"
    ),
    "schema that contains itself": Mistake(
        "common.yaml",
        '      - $ref: "#/schemas/Error"',
        '      - $ref: "#/schemas/Failure"',
        "ref",
        "Failure:",
    ),
    "reference to a web page": Mistake(
        ACCOUNTS,
        '"../common.yaml#/responses/Unauthorized"',
        '"http://127.0.0.1:9/common.yaml#/responses/Unauthorized"',
        "ref",
        '$ref: "http://127.0.0.1:9',
    ),
    "reference in other letters": Mistake(
        ACCOUNTS,
        '$ref: "#/schemas/AccountDeleted"',
        '$ref: "#/schemas/accountDeleted"',
        "ref",
        '$ref: "#/schemas/accountDeleted"',
    ),
    "example with a field that the schema lost": Mistake(
        ACCOUNTS, "      nb_files: 15", "      nb_attachments: 87", "example-valid", "value: &account"
    ),
    "example with a misspelt optional field": Mistake(
        ACCOUNTS,
        "      nb_files: 15\n      resource_url:",
        "      nb_files: 15\n      resource_uri:",
        "example-known",
        "resource_uri:",
    ),
    "property renamed against the documentation": Mistake(
        ACCOUNTS,
        "      nb_files:\n        type: integer",
        "      number_of_files:\n        type: integer",
        "documented",
        "number_of_files:",
    ),
    "pages by an unknown parameter": Mistake(
        ACCOUNTS,
        "{limit: limit, offset: offset",
        "{limit: max, offset: offset",
        "behaviour-name",
        "paging: {limit: max",
    ),
    # behaviour
    "collection without a word on its behaviour": Mistake(
        SOURCES, "    x-resource:\n", "    description: |\n", "behaviour-stated", "post:"
    ),
    "list without a word on its behaviour": Mistake(
        TOKENS, "      x-list: {order: oldest-first}\n", "", "behaviour-stated", "get:"
    ),
    "misspelt field of a resource": Mistake(
        ACCOUNTS, "      created: created\n", "      created: creatd\n", "behaviour-name", "created: creatd"
    ),
    "lifetime in another field": Mistake(
        TOKENS,
        "lifetime: {field: expires, seconds",
        "lifetime: {field: email, seconds",
        "behaviour-name",
        "lifetime: {field: email",
    ),
    "lifetime without a time of creation": Mistake(
        TOKENS, "      created: created\n", "", "extension-value", "x-resource:"
    ),
    "pages by a text": Mistake(
        ACCOUNTS,
        "{limit: limit, offset: offset",
        "{limit: email, offset: offset",
        "behaviour-name",
        "paging:",
    ),
    "initial value of the name": Mistake(
        ACCOUNTS, "initial: {suspended: 0", "initial: {id: one, suspended: 0", "resource-value", "initial:"
    ),
    "two form fields in one field": Mistake(
        ACCOUNTS,
        "reads-back: {email: email_addresses, username: false}",
        "reads-back: {email: email_addresses, username: false, last_name: first_name}",
        "resource-value",
        "x-resource:",
    ),
    "mark in a field that changes": Mistake(
        ACCOUNTS, "      mark: email\n", "      mark: first_name\n", "resource-value", "mark: first_name"
    ),
    "required form of optional fields": Mistake(
        ACCOUNTS,
        "        description: The names to set.\n",
        "        description: The names to set.\n        required: true\n",
        "required-body",
        "required: true",
    ),
    "initial value of an unknown field": Mistake(
        ACCOUNTS, "initial: {suspended: 0", "initial: {suspendd: 0", "behaviour-name", "initial: {suspendd"
    ),
    "initial value of another type": Mistake(
        ACCOUNTS,
        "password_expired: 0, sources",
        "password_expired: never, sources",
        "resource-value",
        "initial:",
    ),
    "field that does not read back": Mistake(
        SOURCES,
        "reads-back: {type: false, status: false}",
        "reads-back: {type: false}",
        "resource-value",
        "x-resource:",
    ),
    "list that the resource above lacks": Mistake(
        SOURCES, "embedded-at: sources", "embedded-at: source", "behaviour-name", "embedded-at: source"
    ),
    "filter by an unknown field": Mistake(
        ACCOUNTS,
        "email: {field: email_addresses",
        "email: {field: email_adresses",
        "behaviour-name",
        "email: {field: email_adresses",
    ),
    "filter of an unknown parameter": Mistake(
        ACCOUNTS,
        "          status_ok: {field: sources",
        "          statusok: {field: sources",
        "behaviour-name",
        "statusok:",
    ),
    "match that the type cannot have": Mistake(
        SOURCES,
        "status: {field: status, match: equal}",
        "status: {field: port, match: equal}",
        "filter-match",
        "status: {field: port",
    ),
    "match that is none": Mistake(
        SOURCES,
        'status_ok: {field: status, match: is, value: "OK"}',
        'status_ok: {field: status, match: like, value: "OK"}',
        "extension-value",
        "status_ok: {field: status, match: like",
    ),
    "misspelt key of a list": Mistake(
        TOKENS, "x-list: {order: oldest", "x-list: {ordr: oldest", "extension-value", "x-list: {ordr"
    ),
    "parameter that nothing is said about": Mistake(
        ACCOUNTS,
        "          email: {field: email_addresses, match: address}\n",
        "",
        "list-parameters",
        "x-list:",
    ),
    "mailbox with an unknown field": Mistake(
        ACCOUNTS, "        tls: use_ssl\n", "        tls: use_tls\n", "behaviour-name", "tls: use_tls"
    ),
    "check of what is not promised": Mistake(
        "documented/enforcement.yaml",
        "ct-delete-then-404: connect_tokens_delete.gone",
        "ct-delete-then-404: connect_tokens_delete.done",
        "enforcement",
        "ct-delete-then-404: connect_tokens_delete.done",
    ),
}

OWN_RULES: Final = frozenset(
    {
        *("answers", "documented", "media-types", "named-object", "open-form", "operation-id-form"),
        *("behaviour-name", "behaviour-stated", "enforcement", "extension-value", "filter-match"),
        *("list-parameters", "resource-value"),
        *("const-typed", "extension-known", "sentence", "source-known", "sourced", "unused-component"),
    }
)
"""Rules of this project alone; other tools cannot be expected to find what breaks them."""
