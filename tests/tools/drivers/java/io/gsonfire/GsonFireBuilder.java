package io.gsonfire;

import com.google.gson.GsonBuilder;

/** In place of a library that Debian does not have: what remains without its additions. */
public final class GsonFireBuilder {
  public GsonBuilder createGsonBuilder() {
    return new GsonBuilder();
  }
}
