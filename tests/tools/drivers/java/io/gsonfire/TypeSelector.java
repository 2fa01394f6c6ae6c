package io.gsonfire;

/** In place of a library that Debian does not have; nothing of it is called. */
public interface TypeSelector<T> {}
