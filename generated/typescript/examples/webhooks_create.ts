// Create a webhook on an account.

import { ContextIO } from "contextio-client";

const client = new ContextIO(); // with the keys in CONTEXTIO_CONSUMER_KEY and CONTEXTIO_CONSUMER_SECRET
const answer = await client.webhooks.create("4f0f1a2b3c4d5e6f70819203", {
  callback_url: "https://app.example.com/mail/arrived",
  filter_from: "grace@example.org",
  include_body: 1,
  body_type: "text/plain",
});
console.log(answer);
