// Discard a connect token.

import { ContextIO } from "contextio-client";

const client = new ContextIO(); // with the keys in CONTEXTIO_CONSUMER_KEY and CONTEXTIO_CONSUMER_SECRET
const answer = await client.connectTokens.delete("k3v9s2m8q1x7d4hz");
console.log(answer);
