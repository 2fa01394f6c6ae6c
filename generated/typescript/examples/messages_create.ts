// Store a message in a folder.

import { openAsBlob } from "node:fs";
import { ContextIO } from "contextio-client";

const client = new ContextIO(); // with the keys in CONTEXTIO_CONSUMER_KEY and CONTEXTIO_CONSUMER_SECRET
const answer = await client.messages.create("4f0f1a2b3c4d5e6f70819203", {
  dst_source: "ada@example.com::imap.example.com",
  dst_folder: "INBOX",
  message: await openAsBlob("message.eml"),
  flag_seen: 1,
});
console.log(answer);
