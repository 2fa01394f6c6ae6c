"""A description in which references stand wherever OpenAPI allows them."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.fixture
def referring() -> dict[str, Any]:
    """Return a bundle of two operations whose every object is a reference, most by way of another one."""
    return {
        "openapi": "3.1.1",
        "info": {"title": "Shelf", "version": "1.2.3"},
        "servers": [{"url": "https://shelf.example/v1"}],
        "tags": [{"name": "books", "description": "Books."}],
        "paths": {"/shelves/{shelf}/books": {"$ref": "#/components/pathItems/Books"}},
        "components": {
            "pathItems": {
                "Books": {
                    "parameters": [{"$ref": "#/components/parameters/Alias"}],
                    "get": {
                        "operationId": "books_list",
                        "tags": ["books"],
                        "parameters": [{"$ref": "#/components/parameters/Limit"}],
                        "responses": {"200": {"$ref": "#/components/responses/Alias"}},
                    },
                    "post": {
                        "operationId": "books_create",
                        "tags": ["books"],
                        "requestBody": {"$ref": "#/components/requestBodies/Alias"},
                        "responses": {
                            "201": {"$ref": "#/components/responses/Created"},
                            "4XX": {"description": "Refused."},
                        },
                        "callbacks": {"printed": {"$ref": "#/components/callbacks/Alias"}},
                    },
                }
            },
            "parameters": {
                "Alias": {"$ref": "#/components/parameters/Shelf"},
                "Shelf": {
                    "name": "shelf",
                    "in": "path",
                    "required": True,
                    "schema": {"type": "string"},
                    "examples": {"first": {"$ref": "#/components/examples/Shelf"}},
                },
                "Limit": {"name": "limit", "in": "query", "schema": {"$ref": "#/components/schemas/Count"}},
            },
            "examples": {
                "Alias": {"$ref": "#/components/examples/Book"},
                "Book": {"summary": "A book", "value": {"title": "Emma", "$ref": "no reference"}},
                "Shelf": {"value": "north"},
            },
            "requestBodies": {
                "Alias": {"$ref": "#/components/requestBodies/Book"},
                "Book": {
                    "required": True,
                    "content": {
                        "application/x-www-form-urlencoded": {
                            "schema": {"$ref": "#/components/schemas/BookForm"},
                            "examples": {"emma": {"$ref": "#/components/examples/Alias"}},
                        }
                    },
                },
            },
            "responses": {
                "Alias": {"$ref": "#/components/responses/Books"},
                "Books": {
                    "description": "Books.",
                    "headers": {"X-Total": {"$ref": "#/components/headers/Total"}},
                    "content": {
                        "application/json": {
                            "schema": {"type": "array", "items": {"$ref": "#/components/schemas/Book"}}
                        }
                    },
                },
                "Created": {
                    "description": "Created.",
                    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Book"}}},
                    "links": {"list": {"$ref": "#/components/links/Alias"}},
                },
            },
            "headers": {"Total": {"schema": {"type": "integer"}, "example": 3}},
            "links": {
                "Alias": {"$ref": "#/components/links/List"},
                "List": {
                    "operationRef": "#/components/pathItems/Books/get",
                    "parameters": {"shelf": "$request.path.shelf"},
                },
            },
            "callbacks": {
                "Alias": {"$ref": "#/components/callbacks/Printed"},
                "Printed": {
                    "{$request.body#/url}": {
                        "post": {"requestBody": {"$ref": "#/components/requestBodies/Alias"}}
                    }
                },
            },
            "schemas": {
                "Count": {"type": "integer", "minimum": 1},
                "Named": {
                    "type": "object",
                    "required": ["title"],
                    "properties": {"title": {"type": "string"}},
                },
                "Book": {
                    "allOf": [{"$ref": "#/components/schemas/Named"}],
                    "properties": {"id": {"type": "string"}},
                    "required": ["id"],
                },
                "BookForm": {"$ref": "#/components/schemas/Named"},
            },
        },
    }
