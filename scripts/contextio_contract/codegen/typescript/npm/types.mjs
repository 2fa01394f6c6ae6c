// Reads the bundle from standard input and writes its TypeScript types to standard output.
// Run in the folder where package.json is installed: node types.mjs < openapi.json

import { text } from "node:stream/consumers";
import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";

const STRING = ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword);

const UNDEFINED = ts.factory.createKeywordTypeNode(ts.SyntaxKind.UndefinedKeyword);

const NEVER = ts.SyntaxKind.NeverKeyword;

const BLOB = ts.factory.createTypeReferenceNode("Blob");

/**
 * Write `string & {}` for a text that stands beside an enumeration, or editors would not offer the values, and `Blob`
 * for bytes.
 */
function transform(schema) {
  if (schema.format === "binary") {
    return BLOB;
  }
  return schema["x-other-value"]
    ? ts.factory.createIntersectionTypeNode([STRING, ts.factory.createTypeLiteralNode([])])
    : undefined;
}

/**
 * Let what may be left out be undefined as well, which programs with `exactOptionalPropertyTypes` need.
 *
 * What is `never` stays so: it says that there is no query, for example.
 */
function allowUndefined(node, context) {
  const visited = ts.visitEachChild(node, (child) => allowUndefined(child, context), context);
  if (!ts.isPropertySignature(visited) || !visited.questionToken || visited.type.kind === NEVER) {
    return visited;
  }
  const type = ts.factory.createUnionTypeNode([visited.type, UNDEFINED]);
  const { modifiers, name, questionToken } = visited;
  return ts.factory.updatePropertySignature(visited, modifiers, name, questionToken, type);
}

/**
 * Move the description of each comment before its tags, and make it the text.
 *
 * openapi-typescript writes `@description`, often behind `@deprecated`; editors show such a text as part of a tag.
 */
function moveDescriptions(types) {
  return types.replaceAll("/** @description ", "/** ").replace(/^( *)\/\*\*\n(.*?)\n *\*\/$/gms, moveDescription);
}

function moveDescription(comment, margin, body) {
  const lines = body.split("\n").map((line) => line.replace(/^ *\* ?/, ""));
  const start = lines.findIndex((line) => line.startsWith("@description "));
  if (start < 0) {
    return comment;
  }
  const rest = lines.slice(start + 1).findIndex((line) => !/^( {4}|$)/.test(line));
  const end = rest < 0 ? lines.length : start + 1 + rest;
  const description = lines.slice(start, end).map((line) => line.replace(/^(@description | {4})/, ""));
  const tag = lines.findIndex((line) => line.startsWith("@"));
  const title = lines.slice(0, tag);
  const text = title[0]?.startsWith("Format:") ? [description, title] : [title, description];
  const paragraphs = text.filter((part) => part.length > 0).map((part) => part.join("\n")).join("\n\n");
  const moved = [...paragraphs.split("\n"), ...lines.slice(tag, start), ...lines.slice(end)];
  const written = moved.map((line) => `${margin} * ${line}`.trimEnd()).join("\n");
  return `${margin}/**\n${written}\n${margin} */`;
}

const bundle = JSON.parse(await text(process.stdin));
const options = { defaultNonNullable: false, silent: true, transform };
const described = await openapiTS(bundle, options);
const { transformed } = ts.transform(described, [(context) => (node) => allowUndefined(node, context)]);
process.stdout.write(moveDescriptions(astToString(transformed)));
