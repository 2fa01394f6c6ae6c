// Create an account, with its first source if wanted.

import { ContextIO } from "contextio-client";

const client = new ContextIO(); // with the keys in CONTEXTIO_CONSUMER_KEY and CONTEXTIO_CONSUMER_SECRET
const answer = await client.accounts.create({ email: "ada@example.com", first_name: "Ada", last_name: "Lovelace" });
console.log(answer);
