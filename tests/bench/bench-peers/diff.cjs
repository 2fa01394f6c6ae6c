// Prints how api-smart-diff classes each difference of two documents, as JSON: [{type, path}, …].
const { readFileSync } = require("node:fs");
const { apiCompare } = require("api-smart-diff");

const [before, after] = process.argv.slice(2).map((path) => JSON.parse(readFileSync(path, "utf-8")));
console.log(JSON.stringify(apiCompare(before, after).diffs.map(({ type, path }) => ({ type, path }))));
