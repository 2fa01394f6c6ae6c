// List the connect tokens of a source.

import { ContextIO } from "contextio-client";

const client = new ContextIO(); // with the keys in CONTEXTIO_CONSUMER_KEY and CONTEXTIO_CONSUMER_SECRET
const answer = await client.sourceConnectTokens.list("4f0f1a2b3c4d5e6f70819203", "ada@example.com::imap.example.com");
console.log(answer);
