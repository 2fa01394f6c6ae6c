// The operations of the bundle, as the tests need them.

import { readFileSync } from "node:fs";

const bundle = JSON.parse(readFileSync(process.env.BUNDLE));
const FORMS = ["application/x-www-form-urlencoded", "multipart/form-data"];
const JSON_TYPE = "application/json";

/** Follow references within the bundle. */
function resolved(node) {
  while (node.$ref) {
    const [, , section, name] = node.$ref.split("/");
    node = bundle.components[section][name];
  }
  return node;
}

function camel(name) {
  return name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());
}

/** The value of the first example of a media type, parameter or header. */
function exampleOf(node) {
  return "example" in node ? node.example : resolved(Object.values(node.examples ?? {})[0] ?? {}).value;
}

/** The media type that the client sends: a form if there is one. */
function bodyOf({ requestBody }) {
  const content = requestBody ? resolved(requestBody).content : {};
  const type = [...FORMS, JSON_TYPE, ...Object.keys(content)].find((name) => name in content);
  return { type, value: type && exampleOf(content[type]) };
}

/** What the client gets without switches: the lowest status of a success, and the body that none asks for. */
function answerOf(operation) {
  const [status] = Object.keys(operation.responses).filter((each) => /^[23]/.test(each)).sort();
  const { content = {}, headers = {} } = resolved(operation.responses[status]);
  const asked = Object.values(operation["x-switches"] ?? {}).flat().map(({ answers }) => answers);
  const types = Object.keys(content).filter((name) => !asked.includes(name));
  const type = types.includes(JSON_TYPE) ? JSON_TYPE : types[0];
  const schema = type ? resolved(content[type].schema) : {};
  return {
    status: Number(status),
    type,
    isBytes: schema.format === "binary",
    required: schema.required ?? [],
    value: type && exampleOf(content[type]),
    location: headers.Location && exampleOf(headers.Location),
  };
}

/** All operations, by page in the order of the bundle. */
export const OPERATIONS = Object.entries(bundle.paths).flatMap(([path, item]) =>
  Object.entries(item)
    .filter(([, operation]) => operation.operationId)
    .map(([method, operation]) => {
      const [page] = operation.tags;
      const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map(resolved);
      const at = (place) => parameters.filter((each) => each.in === place);
      const examples = (some) => Object.fromEntries(some.map((each) => [each.name, exampleOf(each)]));
      const shown = (each) => each.required || each.name === operation["x-list"]?.paging?.limit;
      const { servers } = { ...item, ...operation };
      return {
        id: operation.operationId,
        page: camel(page),
        name: camel(operation.operationId.slice(page.length + 1)),
        method: method.toUpperCase(),
        path,
        basePath: new URL((servers ?? bundle.servers)[0].url).pathname.replace(/\/$/, ""),
        names: [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name),
        pathExamples: examples(at("path")),
        query: examples(at("query")),
        shownQuery: examples(at("query").filter(shown)),
        body: bodyOf(operation),
        answer: answerOf(operation),
        statuses: Object.keys(operation.responses).map(Number).filter((each) => each >= 400),
      };
    }),
);

/** The path of an operation, below its server, with the examples of its parameters. */
export function filledPath({ path, pathExamples }) {
  return path.replace(/\{([^{}]+)\}/g, (_, name) => encodeURIComponent(pathExamples[name]));
}

/** Return what answers an operation as it is described. */
export function answerAs({ status, type, isBytes, value, location }) {
  return (response) => {
    const headers = { ...(type && { "Content-Type": type === "*/*" ? "application/pdf" : type }), ...(location && { Location: location }) };
    response.writeHead(status, headers).end(type === "application/json" && !isBytes ? JSON.stringify(value) : value);
  };
}
