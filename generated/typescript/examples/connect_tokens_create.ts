// Make a connect token.

import { ContextIO } from "contextio-client";

const client = new ContextIO(); // with the keys in CONTEXTIO_CONSUMER_KEY and CONTEXTIO_CONSUMER_SECRET
const answer = await client.connectTokens.create({
  callback_url: "https://app.example.com/mail/connected",
  email: "ada@example.com",
});
console.log(answer);
