// A test in a worker of workerd, which has fetch and crypto, and nothing of Node.

import * as library from "contextio-client";

import { call } from "../runners/call.cjs";

export default {
  async test(controller, { CONSUMER_KEY: consumerKey, CONSUMER_SECRET: consumerSecret, BASE_URL: baseUrl }) {
    const outcome = JSON.stringify(await call(library, { consumerKey, consumerSecret, baseUrl }));
    if (outcome !== '["","NotFoundError",true,true]') {
      throw new Error(`a worker got ${outcome}`);
    }
    console.log("1 test passed in", navigator.userAgent);
  },
};
