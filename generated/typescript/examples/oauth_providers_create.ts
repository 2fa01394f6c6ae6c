// Register an OAuth client.

import { ContextIO } from "contextio-client";

const client = new ContextIO(); // with the keys in CONTEXTIO_CONSUMER_KEY and CONTEXTIO_CONSUMER_SECRET
const answer = await client.oauthProviders.create({
  type: "MSLIVECONNECT",
  provider_consumer_key: "00000000480c12ab",
  provider_consumer_secret: "a client secret",
});
console.log(answer);
