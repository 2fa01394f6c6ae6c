/** The scenario with openapi-fetch and what openapi-typescript writes. */

import createClient from "openapi-fetch";
import type { paths } from "./schema";
import { environment, mailbox, run } from "./steps";

const form = { "Content-Type": "application/x-www-form-urlencoded" };
const at = (address: string) => createClient<paths>({ baseUrl: environment[address] });
const server = at("API");
const mock = at("MOCK");
const id = environment.ACCOUNT;
const callback_url = environment.CALLBACK_URL;
let mary = "";
let demo = "";

interface Answer<Data> {
  data?: Data;
  error?: { value?: string };
  response: Response;
}

async function answered<Data>(call: Promise<Answer<Data>>): Promise<Data> {
  const { data, error, response } = await call;
  if (data === undefined) throw new Error(`${response.status} ${JSON.stringify(error)}`);
  return data;
}

async function refused(call: Promise<Answer<unknown>>): Promise<unknown> {
  const { error, response } = await call;
  return [response.status, error?.value];
}

const read = (account: string) =>
  answered(server.GET("/accounts/{id}", { params: { path: { id: account } } }));
const remove = (account: string) =>
  answered(server.DELETE("/accounts/{id}", { params: { path: { id: account } } }));
const token = (name: string) =>
  answered(server.GET("/connect_tokens/{token}", { params: { path: { token: name } } }));

function multipart(body: object): FormData {
  const fields = new FormData();
  for (const [name, value] of Object.entries(body)) {
    fields.append(name, name === "message" ? new Blob([value]) : String(value));
  }
  return fields;
}

void run({
  create: async () => {
    const body = { email: environment.MARY, first_name: "Mary" };
    const created = await answered(server.POST("/accounts", { body, headers: form }));
    mary = created.id;
    return created.success;
  },
  create_with_source: async () => {
    const body = mailbox({ first_name: "Demo" });
    const created = await answered(server.POST("/accounts", { body, headers: form }));
    demo = created.id;
    return created.source?.label;
  },
  list: async () => {
    const query = { email: environment.DEMO, status: "OK", status_ok: 1, limit: 5 } as const;
    const found = await answered(server.GET("/accounts", { params: { query } }));
    return found.map((account) => account.first_name);
  },
  read: async () => (await read(mary)).first_name,
  update: async () => {
    const params = { path: { id: mary } };
    await answered(server.POST("/accounts/{id}", { params, body: { first_name: "Jane" }, headers: form }));
    return (await read(mary)).first_name;
  },
  unused_token: async () => {
    const unused = await answered(server.POST("/connect_tokens", { body: { callback_url }, headers: form }));
    const { used, expires, created } = await token(unused.token);
    return [used, Number(expires) > created];
  },
  used_token: async () => (await token(environment.USED_TOKEN)).expires,
  list_messages: async () => {
    const params = { path: { id }, query: { limit: 2 } };
    return (await answered(mock.GET("/accounts/{id}/messages", { params }))).map((message) => message.subject);
  },
  read_message: async () => {
    const params = { path: { id, message_id: environment.MESSAGE } };
    const message = await answered(mock.GET("/accounts/{id}/messages/{message_id}", { params }));
    return [message.subject, message.addresses?.from?.email];
  },
  file_content: () => {
    const params = { path: { id, file_id: environment.FILE } };
    return answered(mock.GET("/accounts/{id}/files/{file_id}/content", { params, parseAs: "text" }));
  },
  upload: async () => {
    const body = { dst_folder: "INBOX", message: environment.UPLOAD };
    const options = { params: { path: { id } }, body, bodySerializer: multipart };
    return (await answered(mock.POST("/accounts/{id}/messages", options))).success;
  },
  webhook: async () => {
    const params = { path: { id } };
    const created = await answered(
      mock.POST("/accounts/{id}/webhooks", { params, body: { callback_url }, headers: form }),
    );
    const of = { path: { id, webhook_id: created.webhook_id } };
    const found = await answered(mock.GET("/accounts/{id}/webhooks/{webhook_id}", { params: of }));
    return [found.callback_url, found.active];
  },
  error_400: () => refused(server.POST("/accounts", { body: mailbox({ password: "wrong" }), headers: form })),
  error_401: () => refused(at("UNSIGNED").GET("/accounts")),
  error_404: () => refused(server.GET("/accounts/{id}", { params: { path: { id: "nobody" } } })),
  error_429: () => refused(at("LIMITED").GET("/accounts")),
  error_503: () => refused(at("DOWN").GET("/accounts/{id}/messages", { params: { path: { id } } })),
  delete: async () => [(await remove(mary)).success, (await remove(demo)).success],
});
