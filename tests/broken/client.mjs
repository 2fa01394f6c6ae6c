// The TypeScript client facing broken answers: reads cases from its input, and prints what happened with each.
//
// A line of input is a case with its URL; a line of output is what happened, both in JSON.

import { existsSync, readFileSync } from "node:fs";
import { inspect } from "node:util";
import { text } from "node:stream/consumers";

import { ContextIO } from "contextio-client";

/** Where Node keeps what its fetch sends requests with, once there was one. */
const DISPATCHER = Symbol.for("undici.globalDispatcher.1");
const STATUS = "/proc/self/status";
/** How many cases run at the same time. */
const AT_ONCE = 8;
const CALLS = {
  get: (client) => client.accounts.get("1"),
  list: (client) => client.accounts.list(),
  all: (client) => all(client.accounts.listAll()),
  delete: (client) => client.accounts.delete("1"),
  create: (client, { password }) => client.accounts.create({ email: "ada@example.com", password }),
  source: async (client) => bytes(await client.messages.getSource("1", "1")),
  content: async (client) => bytes(await client.files.getContent("1", "1")),
  link: (client) => client.files.getContent("1", "1", { as_link: 1 }),
  text: (client) => client.messages.getHeaders("1", "1", { raw: 1 }),
  request: (client) => client.request("GET", "/accounts/1"),
};
const ATTRIBUTES = ["status", "body", "location", "retryable", "attempts", "feedbackCode"];

async function all(rows) {
  const found = [];
  for await (const row of rows) {
    found.push(row);
  }
  return found;
}

async function bytes(stream) {
  return { bytes: Buffer.from(await stream.arrayBuffer()).toString("latin1") };
}

/** Make the call of a case, over connections of its own, and one that is answered well. */
async function attempt(one) {
  const logs = [];
  const dispatcher = new Agent();
  const log = (level) => (message) => logs.push(`${level} ${message}`);
  const client = new ContextIO({
    consumerKey: one.key,
    consumerSecret: one.secret,
    baseUrl: one.baseUrl,
    timeout: one.timeout * 1000,
    maxRetries: one.retries,
    maxAnswerBytes: one.most,
    fetch: (address, init) => fetch(address, { ...init, dispatcher }),
    logger: { debug: log("DEBUG"), info: log("INFO"), warn: log("WARNING"), error: log("ERROR") },
  });
  const began = performance.now();
  let happened;
  try {
    happened = { value: plain(await CALLS[one.call](client, one)) };
  } catch (error) {
    happened = told(error, logs, one);
  }
  happened.seconds = (performance.now() - began) / 1000;
  await new Promise((resolve) => setTimeout(resolve, one.rest * 1000));
  try {
    const settings = { consumerKey: one.key, consumerSecret: one.secret, baseUrl: one.goodUrl };
    const next = one.goodUrl === one.baseUrl ? client : new ContextIO(settings);
    happened.next = (await next.accounts.get("good", { timeout: 60_000, maxRetries: 2 })).id;
  } catch (error) {
    happened.next = String(error);
  }
  await dispatcher.destroy();
  return { name: one.name, ...happened, logs };
}

/** Return a value in what JSON has; of one that is nested too deeply, the fields that are not. */
function plain(value) {
  try {
    return JSON.parse(JSON.stringify(value) ?? "null");
  } catch (error) {
    if (!(error instanceof RangeError)) {
      throw error;
    }
    return Object.fromEntries(Object.entries(value).filter(([, each]) => typeof each !== "object"));
  }
}

/** Return what an error tells, and where it tells a secret. */
function told(error, logs, { secret, password }) {
  const texts = {
    message: error.message,
    stack: error.stack,
    repr: inspect(error, { depth: 10, showHidden: true }),
    json: JSON.stringify(plain({ ...error })),
    logs: logs.join("\n"),
  };
  const secrets = [secret, password, "oauth_signature"];
  return {
    error: error.name,
    message: error.message,
    attributes: Object.fromEntries(ATTRIBUTES.map((name) => [name, plain(error[name])])),
    leaks: Object.entries(texts).flatMap(([place, text]) =>
      secrets.filter((each) => text.includes(each)).map((each) => `${each} (${place})`),
    ),
  };
}

/** Return the most memory that this process has had, in MB. */
function memory() {
  // maxRSS counts the process as well that started this one.
  const [, own] = existsSync(STATUS) ? readFileSync(STATUS, "ascii").match(/VmHWM:\s+(\d+)/) : [];
  return Number(own ?? process.resourceUsage().maxRSS) / 1024;
}

function report(happened) {
  console.log(JSON.stringify(happened));
}

const cases = (await text(process.stdin)).trimEnd().split("\n").map(JSON.parse);
await fetch(`${cases[0].goodUrl}/accounts/good`);
const Agent = globalThis[DISPATCHER].constructor;
await attempt({ ...cases[0], baseUrl: cases[0].goodUrl }); // imports what is needed
for (const one of cases.filter(({ isHeavy }) => isHeavy)) {
  const before = memory();
  report({ ...(await attempt(one)), megabytes: memory() - before });
}
const light = cases.filter(({ isHeavy }) => !isHeavy).values();
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (const one of light) {
      report(await attempt(one));
    }
  }),
);
