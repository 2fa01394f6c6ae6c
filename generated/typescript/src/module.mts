// The package for `import` in Node. Generated from the description; not to be edited.

// It has the classes that `require` gives, so that `instanceof` holds between modules of both kinds.
export * from "./index.js";
