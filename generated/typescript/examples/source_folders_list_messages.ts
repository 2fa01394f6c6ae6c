// List the messages that a folder holds right now.

import { ContextIO } from "contextio-client";

const client = new ContextIO(); // with the keys in CONTEXTIO_CONSUMER_KEY and CONTEXTIO_CONSUMER_SECRET
const answer = await client.sourceFolders.listMessages("4f0f1a2b3c4d5e6f70819203", "ada@example.com::imap.example.com", "Archive/Engine", {
  limit: 25,
});
console.log(answer);
