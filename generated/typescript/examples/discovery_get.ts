// Find the settings of the mailbox behind a mail address.

import { ContextIO } from "contextio-client";

const client = new ContextIO(); // with the keys in CONTEXTIO_CONSUMER_KEY and CONTEXTIO_CONSUMER_SECRET
const answer = await client.discovery.get({ email: "ada@example.com" });
console.log(answer);
