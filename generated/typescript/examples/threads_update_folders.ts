// Put a conversation into a folder or take it out of one.

import { ContextIO } from "contextio-client";

const client = new ContextIO(); // with the keys in CONTEXTIO_CONSUMER_KEY and CONTEXTIO_CONSUMER_SECRET
const answer = await client.threads.updateFolders("4f0f1a2b3c4d5e6f70819203", "gm-134b3b2ee7b668a9", {
  add: "Engine",
  remove: "INBOX",
});
console.log(answer);
