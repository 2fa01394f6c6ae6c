// Remove the deleted messages of a folder for good.

import { ContextIO } from "contextio-client";

const client = new ContextIO(); // with the keys in CONTEXTIO_CONSUMER_KEY and CONTEXTIO_CONSUMER_SECRET
const answer = await client.sourceFolders.expunge("4f0f1a2b3c4d5e6f70819203", "ada@example.com::imap.example.com", "Archive/Engine");
console.log(answer);
