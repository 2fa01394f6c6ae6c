// Read a conversation with its messages.

import { ContextIO } from "contextio-client";

const client = new ContextIO(); // with the keys in CONTEXTIO_CONSUMER_KEY and CONTEXTIO_CONSUMER_SECRET
const answer = await client.threads.get("4f0f1a2b3c4d5e6f70819203", "gm-134b3b2ee7b668a9");
console.log(answer);
