// Read an OAuth provider.

import { ContextIO } from "contextio-client";

const client = new ContextIO(); // with the keys in CONTEXTIO_CONSUMER_KEY and CONTEXTIO_CONSUMER_SECRET
const answer = await client.oauthProviders.get("1234-app.apps.googleusercontent.com");
console.log(answer);
