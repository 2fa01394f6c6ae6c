// Make a connect token for an account.

import { ContextIO } from "contextio-client";

const client = new ContextIO(); // with the keys in CONTEXTIO_CONSUMER_KEY and CONTEXTIO_CONSUMER_SECRET
const answer = await client.accountConnectTokens.create("4f0f1a2b3c4d5e6f70819203", {
  callback_url: "https://app.example.com/mail/connected",
  email: "ada@example.com",
});
console.log(answer);
