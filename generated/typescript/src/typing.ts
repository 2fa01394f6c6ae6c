// Types of arguments and answers. Generated from the description; not to be edited.

import type { Upload } from "./upload.js";

/**
 * The arguments for described parameters or fields: one value or several where several are described, and any
 * upload where bytes are. A parameter of the query is called `query_…` if one of the path, `Path`, has its name.
 */
export type Arguments<T, Path = never> = Same<Pick<T, Kept<T, Path>>> & Renamed<Omit<T, Kept<T, Path>>, Path>;

/** The names of what is described that are names of arguments as they are, and of no others. */
type Kept<T, Path> = {
  [K in keyof T]-?: K extends Path | `${string}[]` ? never : `${K & string}[]` extends keyof T ? never : K;
}[keyof T];

/** Arguments with the names and the comments of what is described. */
type Same<T> = { [K in keyof T]: Argument<T[K]> };

/** Arguments with other names; two that get one name become one, which takes either. */
type Renamed<T, Path> = {
  [K in keyof T as K extends Path ? `query_${K & string}` : K extends `${infer Name}[]` ? Name : K]: Argument<T[K]>;
};

type Argument<V> = V extends readonly (infer E)[] ? E | readonly E[] : V extends Blob ? Upload : V;

/** Arguments of type `P`, which may have no others than those of `All`; of these, editors offer the names. */
export type Exactly<P, All> = All & P & { [K in Exclude<keyof P, keyof All>]: never };

/** `Then` if the arguments `P` have the value of the condition `C`, and `Else` if they do not. */
export type Case<P, C extends object, Then, Else> = P extends C
  ? Then
  : P extends { [K in keyof C]?: infer V }
    ? [Extract<V, C[keyof C]>] extends [never]
      ? Else
      : Then | Else
    : Else;

/** `Then` if the arguments `P` have the value of the condition `C`. */
export type If<P, C extends object, Then> = P extends C ? Then : never;

/** A field that is there, and its type, if that is one of several. */
type Field = readonly [name: string, type: unknown];

/** An object, or a list of objects, with fields that are there. */
export type With<T, F extends Field> = T extends readonly (infer E)[]
  ? With<E, F>[]
  : T & { [G in F as G[0]]: Extract<Exclude<T[G[0] & keyof T], undefined>, G[1]> };

/** An object with a list, or a further object, with fields that are there. */
export type WithIn<T, Name extends string, F extends Field> = {
  [K in keyof T]: K extends Name ? With<Exclude<T[K], undefined>, F> : T[K];
};
