// List the folders of a message.

import { ContextIO } from "contextio-client";

const client = new ContextIO(); // with the keys in CONTEXTIO_CONSUMER_KEY and CONTEXTIO_CONSUMER_SECRET
const answer = await client.messages.listFolders("4f0f1a2b3c4d5e6f70819203", "4effa45c5a6b7c8d9e0f0003");
console.log(answer);
