// List files that a file can be compared with, or compare it with one.

import { ContextIO } from "contextio-client";

const client = new ContextIO(); // with the keys in CONTEXTIO_CONSUMER_KEY and CONTEXTIO_CONSUMER_SECRET
const answer = await client.files.listChanges("4f0f1a2b3c4d5e6f70819203", "4effa45d5a6b7c8d9e0f1001");
console.log(answer);
