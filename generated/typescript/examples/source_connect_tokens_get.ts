// Read a connect token of a source.

import { ContextIO } from "contextio-client";

const client = new ContextIO(); // with the keys in CONTEXTIO_CONSUMER_KEY and CONTEXTIO_CONSUMER_SECRET
const answer = await client.sourceConnectTokens.get("4f0f1a2b3c4d5e6f70819203", "ada@example.com::imap.example.com", "k3v9s2m8q1x7d4hz");
console.log(answer);
