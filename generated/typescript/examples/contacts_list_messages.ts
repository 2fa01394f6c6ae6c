// List the messages exchanged with a contact.

import { ContextIO } from "contextio-client";

const client = new ContextIO(); // with the keys in CONTEXTIO_CONSUMER_KEY and CONTEXTIO_CONSUMER_SECRET
const answer = await client.contacts.listMessages("4f0f1a2b3c4d5e6f70819203", "charles@example.net", { limit: 25 });
console.log(answer);
