// List the conversations that a contact takes part in.

import { ContextIO } from "contextio-client";

const client = new ContextIO(); // with the keys in CONTEXTIO_CONSUMER_KEY and CONTEXTIO_CONSUMER_SECRET
const answer = await client.contacts.listThreads("4f0f1a2b3c4d5e6f70819203", "charles@example.net", { limit: 25 });
console.log(answer);
