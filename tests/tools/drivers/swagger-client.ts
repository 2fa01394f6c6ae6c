/** The scenario with swagger-client, the engine of Swagger UI, which reads the description itself. */

import { readFileSync } from "node:fs";
import { environment, mailbox, run } from "./steps";

const SwaggerClient = require("swagger-client");
const reading = SwaggerClient({ spec: JSON.parse(readFileSync("openapi.json", "utf8")) });
const callback_url = environment.CALLBACK_URL;
const id = environment.ACCOUNT;
let mary = "";
let demo = "";

async function answer(address: string, operationId: string, parameters: object = {}, requestBody?: object) {
  const serverVariables = { deployment: environment[address] };
  const client = await reading;
  return client.execute({ operationId, parameters, requestBody, server: "{deployment}", serverVariables });
}

async function call(address: string, operationId: string, parameters: object = {}, requestBody?: object) {
  return (await answer(address, operationId, parameters, requestBody)).body;
}

async function refused(refusal: Promise<unknown>): Promise<unknown> {
  try {
    await refusal;
  } catch (error) {
    const { response } = error as { response?: { status: number; body: { value: string } } };
    if (response === undefined) throw error;
    return [response.status, response.body.value];
  }
  return [];
}

void run({
  create: async () => {
    const created = await call("API", "accounts_create", {}, { email: environment.MARY, first_name: "Mary" });
    mary = created.id;
    return created.success;
  },
  create_with_source: async () => {
    const created = await call("API", "accounts_create", {}, mailbox({ first_name: "Demo" }));
    demo = created.id;
    return created.source.label;
  },
  list: async () => {
    const filters = { email: environment.DEMO, status: "OK", status_ok: 1, limit: 5 };
    const found: { first_name: string }[] = await call("API", "accounts_list", filters);
    return found.map((account) => account.first_name);
  },
  read: async () => (await call("API", "accounts_get", { id: mary })).first_name,
  update: async () => {
    await call("API", "accounts_update", { id: mary }, { first_name: "Jane" });
    return (await call("API", "accounts_get", { id: mary })).first_name;
  },
  unused_token: async () => {
    const { token } = await call("API", "connect_tokens_create", {}, { callback_url });
    const { used, expires, created } = await call("API", "connect_tokens_get", { token });
    return [used, expires > created];
  },
  used_token: async () => (await call("API", "connect_tokens_get", { token: environment.USED_TOKEN })).expires,
  list_messages: async () => {
    const found: { subject: string }[] = await call("MOCK", "messages_list", { id, limit: 2 });
    return found.map((message) => message.subject);
  },
  read_message: async () => {
    const message = await call("MOCK", "messages_get", { id, message_id: environment.MESSAGE });
    return [message.subject, message.addresses.from.email];
  },
  file_content: async () => {
    const { data } = await answer("MOCK", "files_get_content", { id, file_id: environment.FILE });
    return data instanceof Blob ? data.text() : data;
  },
  upload: async () => {
    const message = new File([environment.UPLOAD], "message.eml");
    return (await call("MOCK", "messages_create", { id }, { dst_folder: "INBOX", message })).success;
  },
  webhook: async () => {
    const { webhook_id } = await call("MOCK", "webhooks_create", { id }, { callback_url });
    const found = await call("MOCK", "webhooks_get", { id, webhook_id });
    return [found.callback_url, found.active];
  },
  error_400: () => refused(call("API", "accounts_create", {}, mailbox({ password: "wrong" }))),
  error_401: () => refused(call("UNSIGNED", "accounts_list")),
  error_404: () => refused(call("API", "accounts_get", { id: "nobody" })),
  error_429: () => refused(call("LIMITED", "accounts_list")),
  error_503: () => refused(call("DOWN", "messages_list", { id })),
  delete: async () => [
    (await call("API", "accounts_delete", { id: mary })).success,
    (await call("API", "accounts_delete", { id: demo })).success,
  ],
});
