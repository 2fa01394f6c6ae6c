/** Convert a description into a collection, and check it: node convert.mjs PACKAGE FILE. */

import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

const converters = {
  "openapi-to-postmanv2": async ({ default: module }, data) => {
    const { result, reason, output } = await promisify(module.convertV2)({ type: "string", data }, {});
    if (!result) throw new Error(reason);
    const collection = output[0].data;
    if (collection.auth?.type !== "oauth1") throw new Error("OAuth 1 is lost");
    return collection.item;
  },
  "@usebruno/converters": async (module, data) => module.openApiToBruno(JSON.parse(data)).items,
};

const count = ({ item, items, ...rest }) =>
  (item ?? items)?.reduce((sum, inner) => sum + count(inner), 0) ?? (rest.request ? 1 : 0);

const [name, file] = process.argv.slice(2);
const data = await readFile(file, "utf8");
const requests = count({ items: await converters[name](await import(name), data) });
const methods = ["get", "post", "put", "delete"];
const operations = Object.values(JSON.parse(data).paths)
  .flatMap(Object.keys)
  .filter((key) => methods.includes(key)).length;
if (requests !== operations) throw new Error(`${requests} requests for ${operations} operations`);
