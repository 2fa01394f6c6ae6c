// Change a source, put it back to work, or test it now.

import { ContextIO } from "contextio-client";

const client = new ContextIO(); // with the keys in CONTEXTIO_CONSUMER_KEY and CONTEXTIO_CONSUMER_SECRET
const answer = await client.sources.update("4f0f1a2b3c4d5e6f70819203", "ada@example.com::imap.example.com", {
  sync_all_folders: 1,
});
console.log(answer);
