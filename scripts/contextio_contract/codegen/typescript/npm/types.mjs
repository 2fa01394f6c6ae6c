// Reads the bundle from standard input and writes its TypeScript types to standard output.
// Run in the folder where package.json is installed: node types.mjs < openapi.json

import { text } from "node:stream/consumers";
import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";

const STRING = ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword);

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

const bundle = JSON.parse(await text(process.stdin));
const options = { defaultNonNullable: false, silent: true, transform };
process.stdout.write(astToString(await openapiTS(bundle, options)));
