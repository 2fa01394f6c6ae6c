// Attach a mailbox to an account.

import { ContextIO } from "contextio-client";

const client = new ContextIO(); // with the keys in CONTEXTIO_CONSUMER_KEY and CONTEXTIO_CONSUMER_SECRET
const answer = await client.sources.create("4f0f1a2b3c4d5e6f70819203", {
  email: "ada@example.com",
  server: "imap.example.com",
  username: "ada@example.com",
  use_ssl: 1,
  port: 993,
  type: "IMAP",
  password: "a password",
});
console.log(answer);
