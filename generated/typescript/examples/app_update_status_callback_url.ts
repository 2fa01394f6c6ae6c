// Set the status callback address of the consumer key.

import { ContextIO } from "contextio-client";

const client = new ContextIO(); // with the keys in CONTEXTIO_CONSUMER_KEY and CONTEXTIO_CONSUMER_SECRET
const answer = await client.app.updateStatusCallbackUrl({ status_callback_url: "https://app.example.com/mail/status" });
console.log(answer);
