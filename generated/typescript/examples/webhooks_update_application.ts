// Change, pause or resume a webhook of the consumer key.

import { ContextIO } from "contextio-client";

const client = new ContextIO(); // with the keys in CONTEXTIO_CONSUMER_KEY and CONTEXTIO_CONSUMER_SECRET
const answer = await client.webhooks.updateApplication("4f0f2b3c4d5e6f7081920304", { active: 0 });
console.log(answer);
