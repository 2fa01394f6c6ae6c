/** The scenario with what orval writes for fetch. */

import * as api from "./generated/client";
import { environment, mailbox, run } from "./steps";

const id = environment.ACCOUNT;
const callback_url = environment.CALLBACK_URL;
let mary = "";
let demo = "";

/** Return the functions, which call fetch with bare paths, for an address. */
function at(address: string): typeof api {
  globalThis.fetch = (path, options) => send(environment[address] + String(path), options);
  return api;
}
const send = globalThis.fetch;

interface Answer {
  status: number;
  data: unknown;
}

async function answered<Any extends Answer, Status extends Any["status"]>(
  status: Status,
  call: Promise<Any>,
): Promise<Extract<Any, { status: Status }>["data"]> {
  const answer = await call;
  if (answer.status !== status) throw new Error(`${answer.status} ${JSON.stringify(answer.data)}`);
  return answer.data as Extract<Any, { status: Status }>["data"];
}

async function refused(call: Promise<Answer>): Promise<unknown> {
  const { status, data } = await call;
  return [status, (data as api.Failure).value];
}

const read = (account: string) => answered(200, at("API").accountsGet(account));
const remove = (account: string) => answered(200, at("API").accountsDelete(account));
const token = (name: string) => answered(200, at("API").connectTokensGet(name));

void run({
  create: async () => {
    const body = { email: environment.MARY, first_name: "Mary" };
    const created = await answered(201, at("API").accountsCreate(body));
    mary = created.id;
    return created.success;
  },
  create_with_source: async () => {
    const created = await answered(201, at("API").accountsCreate(mailbox({ first_name: "Demo" })));
    demo = created.id;
    return created.source?.label;
  },
  list: async () => {
    const filters = { email: environment.DEMO, status: "OK", status_ok: 1, limit: 5 } as const;
    return (await answered(200, at("API").accountsList(filters))).map((account) => account.first_name);
  },
  read: async () => (await read(mary)).first_name,
  update: async () => {
    await answered(200, at("API").accountsUpdate(mary, { first_name: "Jane" }));
    return (await read(mary)).first_name;
  },
  unused_token: async () => {
    const unused = await answered(201, at("API").connectTokensCreate({ callback_url }));
    const { used, expires, created } = await token(unused.token);
    return [used, Number(expires) > created];
  },
  used_token: async () => (await token(environment.USED_TOKEN)).expires,
  list_messages: async () =>
    (await answered(200, at("MOCK").messagesList(id, { limit: 2 }))).map((message) => message.subject),
  read_message: async () => {
    const message = await answered(200, at("MOCK").messagesGet(id, environment.MESSAGE));
    return [message.subject, message.addresses?.from?.email];
  },
  file_content: () => answered(200, at("MOCK").filesGetContent(id, environment.FILE)),
  upload: async () => {
    const body = { dst_folder: "INBOX", message: new Blob([environment.UPLOAD]) };
    return (await answered(201, at("MOCK").messagesCreate(id, body))).success;
  },
  webhook: async () => {
    const { webhook_id } = await answered(201, at("MOCK").webhooksCreate(id, { callback_url }));
    const found = await answered(200, at("MOCK").webhooksGet(id, webhook_id));
    return [found.callback_url, found.active];
  },
  error_400: () => refused(at("API").accountsCreate(mailbox({ password: "wrong" }))),
  error_401: () => refused(at("UNSIGNED").accountsList()),
  error_404: () => refused(at("API").accountsGet("nobody")),
  error_429: () => refused(at("LIMITED").accountsList()),
  error_503: () => refused(at("DOWN").messagesList(id)),
  delete: async () => [(await remove(mary)).success, (await remove(demo)).success],
});
