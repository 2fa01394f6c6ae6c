// List the webhooks of an account.

import { ContextIO } from "contextio-client";

const client = new ContextIO(); // with the keys in CONTEXTIO_CONSUMER_KEY and CONTEXTIO_CONSUMER_SECRET
const answer = await client.webhooks.list("4f0f1a2b3c4d5e6f70819203");
console.log(answer);
