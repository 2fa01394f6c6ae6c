"""References are followed wherever OpenAPI allows them; those that lead nowhere are refused."""

from __future__ import annotations

from typing import Any

import pytest

from contextio_contract.contract import Contract, ContractError, Document
from contextio_contract.contract.document import pointer_of, reference_to, references


def test_operations_are_read_through_references(referring: dict[str, Any]) -> None:
    contract = Contract(referring)
    listing, creation = contract.operations["books_list"], contract.operations["books_create"]
    assert (listing.method, listing.path.text, listing.page) == ("GET", "/shelves/{shelf}/books", "books")
    assert [(each.name, each.location) for each in listing.parameters] == [
        ("shelf", "path"),
        ("limit", "query"),
    ]
    assert listing.path_parameters[0].example == "north"
    assert listing.query_parameters[0].schema.get("minimum") == 1
    assert creation.body is not None
    assert creation.body.required
    assert creation.body.form is not None
    assert creation.body.form.example == {"title": "Emma", "callback_url": "https://app.example/"}
    assert list(creation.form_fields) == ["title", "callback_url"]
    assert creation.success_status == 201
    assert creation.success.schema is not None
    assert creation.success.schema.required == ("title", "kind")
    assert listing.success.headers["X-Total"].example == 3
    assert {link.name: link.operation for link in creation.links} == {
        "read": "books_get",
        "shelf": "books_list",
    }
    (callback,) = creation.callbacks
    expression = "{$request.body#/callback_url}"
    assert (callback.name, callback.expression, callback.method) == ("read", expression, "POST")
    assert callback.body is not None
    assert callback.body.json is not None
    reading = contract.operations["books_get"]
    assert (listing.success.name, reading.success.name) == ("BooksAlias", None)


def test_fields_beside_a_reference_take_the_place_of_those_of_its_target() -> None:
    document = Document({"a": {"$ref": "#/b", "description": "mine"}, "b": {"description": "theirs", "x": 1}})
    assert document.resolve(document.data["a"]) == {"description": "mine", "x": 1}


def test_pointers_are_unescaped() -> None:
    document = Document({"a/b": {"c~d": [{"e f": {"x": 1}}]}})
    assert document.resolve({"$ref": "#/a~1b/c~0d/0/e%20f"}) == {"x": 1}


def test_references_are_made_of_pointers_and_read_back() -> None:
    pointer = ("paths", "/notes/{id}", "a~b c%", 0)
    assert reference_to(pointer) == "#/paths/~1notes~1%7Bid%7D/a~0b%20c%25/0"
    assert pointer_of(reference_to(pointer)) == ("paths", "/notes/{id}", "a~b c%", "0")


def test_aliases_are_followed_one_by_one() -> None:
    document = Document({"a": {"$ref": "#/b"}, "b": {"x": 1}})
    assert list(document.follow({"$ref": "#/a"})) == [("#/a", {"$ref": "#/b"}), ("#/b", {"x": 1})]


def test_validators_show_values_only_where_asked() -> None:
    document = Document({})
    schema = {"type": "integer"}
    masked, plain = document.validator(schema), document.validator(schema, mask=None)
    assert "secret" not in next(iter(masked.iter_errors("secret"))).message
    assert "secret" in next(iter(plain.iter_errors("secret"))).message


def test_validators_fetch_nothing() -> None:
    with pytest.raises(ContractError, match="cannot be compiled"):
        Document({}).validator({"$ref": "http://127.0.0.1:9/schema.json"})


def test_boolean_schemas_become_objects() -> None:
    document = Document({})
    assert (document.resolve(True), document.resolve(False)) == ({}, {"not": {}})


@pytest.mark.parametrize(
    ("node", "sentence"),
    [
        ({"$ref": "#/none"}, "leads nowhere"),
        ({"$ref": "#/list/7"}, "leads nowhere"),
        ({"$ref": "other.yaml#/x"}, "leads out of the document"),
        ({"$ref": "#/circle"}, "leads back to itself"),
        ({"$ref": "#/text"}, "should be a mapping"),
    ],
)
def test_broken_references_are_refused(node: dict[str, Any], sentence: str) -> None:
    document = Document({"circle": {"$ref": "#/circle"}, "text": "x", "list": []})
    with pytest.raises(ContractError, match=sentence):
        document.resolve(node)


def test_objects_are_located() -> None:
    document = Document({"a": [{"x": {}}], "b": {"$ref": "#/a/0", "y": 1}})
    assert document.locate(document.at("#/a/0/x")) == ("a", 0, "x")
    assert document.locate(document.resolve(document.data["b"])) is None


def test_references_in_values_do_not_count() -> None:
    node = {
        "example": {"$ref": "#/no"},
        "examples": {"a": {"$ref": "#/yes"}, "b": {"value": {"$ref": "#/no"}}},
        "properties": {"example": {"$ref": "#/also"}, "default": {"enum": [{"$ref": "#/no"}]}},
        "discriminator": {"propertyName": "kind", "mapping": {"a": "#/mapped", "b": "Named"}},
    }
    assert set(references(node)) == {"#/yes", "#/also", "#/mapped", "#/components/schemas/Named"}


def test_the_closure_ends_at_circles() -> None:
    document = Document({"a": {"x": {"$ref": "#/b"}}, "b": {"x": {"$ref": "#/a"}}})
    assert set(document.closure({"$ref": "#/a"})) == {"#/a", "#/b"}


@pytest.mark.parametrize("bundle", [{}, {"paths": []}, {"paths": {"/a": {"get": 1}}}, {"paths": {"/a": 1}}])
def test_what_is_no_description_is_refused(bundle: dict[str, Any]) -> None:
    with pytest.raises(ContractError):
        Contract(bundle)
