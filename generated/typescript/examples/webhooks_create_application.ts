// Create a webhook on the consumer key.

import { ContextIO } from "contextio-client";

const client = new ContextIO(); // with the keys in CONTEXTIO_CONSUMER_KEY and CONTEXTIO_CONSUMER_SECRET
const answer = await client.webhooks.createApplication({
  callback_url: "https://app.example.com/mail/invoices",
  filter_subject: "/invoice/i",
  receive_historical: 1,
});
console.log(answer);
