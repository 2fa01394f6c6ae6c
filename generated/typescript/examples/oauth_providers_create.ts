// Register an OAuth client.

import { ContextIO } from "contextio-client";

const client = new ContextIO(); // with the keys in CONTEXTIO_CONSUMER_KEY and CONTEXTIO_CONSUMER_SECRET
const answer = await client.oauthProviders.create({
  type: "GMAIL_OAUTH2",
  provider_consumer_key: "1234-app.apps.googleusercontent.com",
  provider_consumer_secret: "a client secret",
});
console.log(answer);
