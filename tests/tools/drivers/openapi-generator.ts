/** The scenario with what openapi-generator writes for TypeScript with fetch. */

import {
  AccountsApi,
  AccountsListStatusOkEnum,
  Configuration,
  ConnectTokensApi,
  FilesApi,
  MessagesApi,
  ResponseError,
  WebhooksApi,
} from "./generated";
import { environment, mailbox, run } from "./steps";

const at = (address: string) => new Configuration({ basePath: environment[address] });
const accounts = new AccountsApi(at("API"));
const tokens = new ConnectTokensApi(at("API"));
const messages = new MessagesApi(at("MOCK"));
const files = new FilesApi(at("MOCK"));
const webhooks = new WebhooksApi(at("MOCK"));
const account = environment.ACCOUNT;
let mary = "";
let demo = "";

function source(password: string) {
  const { use_ssl, ...rest } = mailbox({ password });
  return { ...rest, useSsl: use_ssl };
}

async function refused(call: Promise<unknown>): Promise<unknown> {
  try {
    await call;
  } catch (error) {
    if (!(error instanceof ResponseError)) throw error;
    return [error.response.status, (await error.response.json()).value];
  }
  return [];
}

void run({
  create: async () => {
    const created = await accounts.accountsCreate({ email: environment.MARY, firstName: "Mary" });
    mary = created.id;
    return created.success;
  },
  create_with_source: async () => {
    const created = await accounts.accountsCreate({ ...source("demopass"), firstName: "Demo" });
    demo = created.id;
    return created.source?.label;
  },
  list: async () => {
    const found = await accounts.accountsList({ email: environment.DEMO, status: "OK", statusOk: 1, limit: 5 });
    return found.map((each) => each.firstName);
  },
  read: async () => (await accounts.accountsGet({ id: mary })).firstName,
  update: async () => {
    await accounts.accountsUpdate({ id: mary, firstName: "Jane" });
    return (await accounts.accountsGet({ id: mary })).firstName;
  },
  unused_token: async () => {
    const created = await tokens.connectTokensCreate({ callbackUrl: environment.CALLBACK_URL });
    const token = await tokens.connectTokensGet({ token: created.token });
    return [token.used, Number(token.expires) > token.created];
  },
  used_token: async () => (await tokens.connectTokensGet({ token: environment.USED_TOKEN })).expires,
  list_messages: async () =>
    (await messages.messagesList({ id: account, limit: 2 })).map((message) => message.subject),
  read_message: async () => {
    const message = await messages.messagesGet({ id: account, messageId: environment.MESSAGE });
    return [message.subject, message.addresses?.from?.email];
  },
  file_content: async () =>
    (await files.filesGetContent({ id: account, fileId: environment.FILE })).text(),
  upload: async () => {
    const message = new Blob([environment.UPLOAD]);
    return (await messages.messagesCreate({ id: account, dstFolder: "INBOX", message })).success;
  },
  webhook: async () => {
    const created = await webhooks.webhooksCreate({ id: account, callbackUrl: environment.CALLBACK_URL });
    const found = await webhooks.webhooksGet({ id: account, webhookId: created.webhookId });
    return [found.callbackUrl, found.active];
  },
  error_400: () => refused(accounts.accountsCreate(source("wrong"))),
  error_401: () => refused(new AccountsApi(at("UNSIGNED")).accountsList()),
  error_404: () => refused(accounts.accountsGet({ id: "nobody" })),
  error_429: () => refused(new AccountsApi(at("LIMITED")).accountsList()),
  error_503: () => refused(new MessagesApi(at("DOWN")).messagesList({ id: account })),
  delete: async () => [
    (await accounts.accountsDelete({ id: mary })).success,
    (await accounts.accountsDelete({ id: demo })).success,
  ],
});
