// List the accounts of the consumer key.

import { ContextIO } from "contextio-client";

const client = new ContextIO(); // with the keys in CONTEXTIO_CONSUMER_KEY and CONTEXTIO_CONSUMER_SECRET
const answer = await client.accounts.list({
  email: "ada@example.com",
  status: "OK",
  status_ok: 1,
  limit: 25,
  offset: 0,
});
console.log(answer);
