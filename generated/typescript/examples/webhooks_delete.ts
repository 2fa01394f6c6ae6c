// Cancel a webhook of an account.

import { ContextIO } from "contextio-client";

const client = new ContextIO(); // with the keys in CONTEXTIO_CONSUMER_KEY and CONTEXTIO_CONSUMER_SECRET
const answer = await client.webhooks.delete("4f0f1a2b3c4d5e6f70819203", "4f0f2b3c4d5e6f7081920304");
console.log(answer);
