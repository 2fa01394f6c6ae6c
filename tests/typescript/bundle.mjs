// The operations of the bundle, as the tests need them.

import { readFileSync } from "node:fs";

const bundle = JSON.parse(readFileSync(process.env.BUNDLE));

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

/** All operations, by page in the order of the bundle. */
export const OPERATIONS = Object.entries(bundle.paths).flatMap(([path, item]) =>
  Object.entries(item)
    .filter(([, operation]) => operation.operationId)
    .map(([method, operation]) => {
      const [page] = operation.tags;
      const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map(resolved);
      const examples = (place) =>
        Object.fromEntries(parameters.filter((each) => each.in === place).map(({ name, example }) => [name, example]));
      const shown = parameters.filter((each) => each.required || each.name === operation["x-list"]?.paging?.limit);
      const [content] = operation.requestBody ? Object.values(resolved(operation.requestBody).content) : [];
      const [status] = Object.keys(operation.responses).filter((each) => each.startsWith("2"));
      const { schema, examples: answers } = resolved(operation.responses[status]).content["application/json"];
      return {
        id: operation.operationId,
        page: camel(page),
        name: camel(operation.operationId.slice(page.length + 1)),
        method: method.toUpperCase(),
        path,
        names: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
        pathExamples: examples("path"),
        query: examples("query"),
        shownQuery: shown.filter((each) => each.in === "query").map(({ name, example }) => [name, example]),
        form: content && resolved(Object.values(content.examples)[0]).value,
        status: Number(status),
        required: resolved(schema).required ?? [],
        answer: resolved(Object.values(answers)[0]).value,
        statuses: Object.keys(operation.responses).map(Number).filter((each) => each >= 400),
      };
    }),
);
