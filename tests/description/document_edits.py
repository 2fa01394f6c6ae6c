"""Steps between descriptions outside of schemas, with the worst that has to be said, there and back."""

from __future__ import annotations

from typing import Any

TEXT = {"type": "string"}
PLAIN = {"200": {"description": "A."}}
FORM = "application/x-www-form-urlencoded"


def described(operation: dict[str, Any], **top: Any) -> dict[str, Any]:
    whole = {"operationId": "a_create", "responses": PLAIN, **operation}
    return {"openapi": "3.1.1", "info": {}, "paths": {"/a": {"post": whole}}, **top}


def parameter(place: str = "query", name: str = "q", **fields: Any) -> dict[str, Any]:
    return described({"parameters": [{"name": name, "in": place, "schema": TEXT, **fields}]})


def header(name: str, **fields: Any) -> dict[str, Any]:
    answer = {"description": "A.", "headers": {name: {"schema": TEXT, **fields}}}
    return described({"responses": {"200": answer}})


def form(**encoding: Any) -> dict[str, Any]:
    fields = {"type": "object", "properties": {"a": TEXT, "list": {"type": "array", "items": TEXT}}}
    return described({"requestBody": {"content": {FORM: {"schema": fields, "encoding": encoding}}}})


def field(**schema: Any) -> dict[str, Any]:
    fields = {"type": "object", "properties": {"a": schema}}
    return described({"requestBody": {"content": {FORM: {"schema": fields}}}})


def server(**variable: Any) -> dict[str, Any]:
    return described({}, servers=[{"url": "https://{host}/2.0", "variables": {"host": variable}}])


def callback(*, in_place: bool = True, **called: Any) -> dict[str, Any]:
    sent = {"{$request.body#/url}": {"post": {"responses": PLAIN, **called}}}
    if in_place:
        return described({"callbacks": {"done": sent}})
    reference = {"$ref": "#/components/callbacks/Done"}
    return described({"callbacks": {"done": reference}}, components={"callbacks": {"Done": sent}})


def body(*, required: bool = False, media_type: str = "application/json") -> dict[str, Any]:
    return {"required": required, "content": {media_type: {"schema": TEXT}}}


def scalar(*, in_place: bool) -> dict[str, Any]:
    flag = {"type": "integer", "enum": [0, 1], "description": "A flag."}
    schema = {**flag} if in_place else {"$ref": "#/components/schemas/Flag"}
    components = {} if in_place else {"components": {"schemas": {"Flag": flag}}}
    content = {"content": {"application/json": {"schema": schema}}}
    return described(
        {"requestBody": content, "responses": {"200": {"description": "A.", **content}}}, **components
    )


def answers(*statuses: str) -> dict[str, Any]:
    return {"responses": {status: {"description": "A."} for status in statuses}}


def success(status: str, type_: str = "") -> dict[str, Any]:
    content = {"content": {"application/json": {"schema": {"type": type_}}}} if type_ else {}
    return {status: {"description": "A.", **content}}


def successes(*answers: dict[str, Any]) -> dict[str, Any]:
    return described({"responses": {status: each for answer in answers for status, each in answer.items()}})


def moved(path: str) -> dict[str, Any]:
    return described({}, paths={path: {"post": {"operationId": "a_create", "responses": PLAIN}}})


def signed(scheme: str) -> dict[str, Any]:
    components = {"securitySchemes": {scheme: {"type": "http", "scheme": "basic"}}}
    return described({}, security=[{scheme: []}], components=components)


STEPS: dict[str, tuple[Any, Any, str, str]] = {
    # one meaning in two spellings
    "style and explode by default": (
        parameter(),
        parameter(style="form", explode=True),
        "nothing",
        "nothing",
    ),
    "style of a header by default": (
        header("X-Total"),
        header("X-Total", style="simple", explode=False),
        "nothing",
        "nothing",
    ),
    "required false": (parameter(), parameter(required=False, deprecated=False), "nothing", "nothing"),
    "header of an answer in another case": (header("X-Total"), header("x-total"), "nothing", "nothing"),
    "header of a request in another case": (
        parameter("header", "X-Client"),
        parameter("header", "x-client"),
        "nothing",
        "nothing",
    ),
    "media type in another case": (
        described({"requestBody": body()}),
        described({"requestBody": body(media_type="Application/JSON")}),
        *("nothing", "nothing"),
    ),
    "encoding by default": (
        form(),
        form(a={"contentType": "text/plain"}, list={"style": "form", "explode": True}),
        "nothing",
        "nothing",
    ),
    "default of a form as it is published": (
        field(type="integer", default=0, description="A."),
        field(**{"type": "integer", "x-default": 0, "description": "A. Default: 0."}),
        *("nothing", "nothing"),
    ),
    "callback behind a reference": (callback(), callback(in_place=False), "nothing", "nothing"),
    "scalar behind a reference": (scalar(in_place=True), scalar(in_place=False), "nothing", "nothing"),
    "address of a server in another case": (
        described({}, servers=[{"url": "https://api.context.io/2.0"}]),
        described({}, servers=[{"url": "HTTPS://API.context.io:443/2.0"}]),
        *("nothing", "nothing"),
    ),
    "security scheme of another name": (signed("oauth"), signed("oauth1"), "nothing", "nothing"),
    # what clients send
    "parameter sent empty": (parameter(), parameter(allowEmptyValue=True), "additive", "breaking"),
    "parameter written otherwise": (
        parameter(schema={"type": "array"}),
        parameter(schema={"type": "array"}, explode=False),
        "breaking",
        "breaking",
    ),
    "encoding written otherwise": (form(), form(list={"explode": False}), "breaking", "breaking"),
    "default of a parameter": (
        parameter(),
        parameter(schema={"type": "string", "default": "a"}),
        "additive",
        "breaking",
    ),
    "body added": (described({}), described({"requestBody": body()}), "additive", "breaking"),
    "body required": (
        described({"requestBody": body()}),
        described({"requestBody": body(required=True)}),
        "breaking",
        "additive",
    ),
    # servers
    "default of a server variable": (server(default="a"), server(default="b"), "breaking", "breaking"),
    "value of a server variable": (
        server(default="a", enum=["a", "b"]),
        server(default="a", enum=["a"]),
        "breaking",
        "additive",
    ),
    "values of a server variable listed": (
        server(default="a"),
        server(default="a", enum=["a"]),
        "breaking",
        "additive",
    ),
    "other values of a server variable": (
        server(default="a", enum=["a", "b"]),
        server(default="a", enum=["a", "c"]),
        "breaking",
        "breaking",
    ),
    "order of the values of a server variable": (
        server(default="a", enum=["a", "b"]),
        server(default="a", enum=["b", "a"]),
        "nothing",
        "nothing",
    ),
    # what clients read
    "header added": (described({}), header("X-Total"), "additive", "breaking"),
    "header required": (header("X-Total"), header("X-Total", required=True), "additive", "breaking"),
    "failure added": (described(answers("200")), described(answers("200", "404")), "additive", "additive"),
    "another failure": (
        described(answers("200", "404")),
        described(answers("200", "410")),
        "additive",
        "additive",
    ),
    "another success": (described(answers("200")), described(answers("201")), "breaking", "breaking"),
    "success in place of its range": (
        described(answers("2XX")),
        described(answers("200")),
        *("additive", "breaking"),
    ),
    "success in place of a range with other content": (
        successes(success("2XX", "string")),
        successes(success("200", "integer")),
        *("breaking", "breaking"),
    ),
    "further success without content": (
        successes(success("200", "string")),
        successes(success("200", "string"), success("202")),
        *("breaking", "breaking"),
    ),
    "further success with the same content": (
        successes(success("200", "string")),
        successes(success("200", "string"), success("201", "string")),
        *("additive", "breaking"),
    ),
    "operation moved": (moved("/a"), moved("/b/c"), "breaking", "breaking"),
    # callbacks, where clients read requests and send answers
    "body of a callback required": (
        callback(requestBody=body()),
        callback(requestBody=body(required=True)),
        "additive",
        "breaking",
    ),
    "body of a callback added": (
        callback(),
        callback(requestBody=body(required=True)),
        "additive",
        "breaking",
    ),
    "answers of a callback narrowed": (
        callback(**answers("default")),
        callback(**answers("200")),
        "breaking",
        "additive",
    ),
    "answers of a callback narrowed from a range": (
        callback(**answers("2XX")),
        callback(**answers("200")),
        *("breaking", "additive"),
    ),
    "answer of a callback dropped": (
        callback(**answers("200", "404")),
        callback(**answers("200")),
        "breaking",
        "additive",
    ),
    "security of a callback": (callback(), callback(security=[]), "editorial", "editorial"),
    "parameter of a callback required": (
        callback(parameters=[{"name": "q", "in": "query", "schema": TEXT}]),
        callback(parameters=[{"name": "q", "in": "query", "schema": TEXT, "required": True}]),
        *("additive", "breaking"),
    ),
    "value of a parameter of a callback": (
        callback(parameters=[{"name": "q", "in": "query", "schema": {"enum": ["a", "b"]}}]),
        callback(parameters=[{"name": "q", "in": "query", "schema": {"enum": ["a"]}}]),
        *("additive", "breaking"),
    ),
}
"""Two descriptions, what the step from the first to the second means, and what the step back means."""
