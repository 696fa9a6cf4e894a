/**
 * A JSON Schema as plain data: the workflows, which check commands by it, have no room for a library (TypeBox alone
 * is larger than all of their own code), and every tool that reads schemas reads this one.
 */
export interface Schema {
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean';
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly properties?: { readonly [name: string]: Schema };
  readonly required?: readonly string[];
  /** False: no others. A schema: what every other one is. */
  readonly additionalProperties?: false | Schema;
  readonly minProperties?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly format?: 'email' | 'date' | 'date-time';
  readonly minimum?: number;
  readonly maximum?: number;
  readonly enum?: readonly string[];
  readonly const?: string | boolean;
  /** Objects that one property with a `const` tells apart. */
  readonly anyOf?: readonly Schema[];
}

type Properties = Readonly<Record<string, Schema>>;
type Nothing = Readonly<Record<never, Schema>>;
interface ObjectOf<R extends Properties, O extends Properties> {
  type: 'object';
  properties: R & O;
  required: (keyof R & string)[];
  additionalProperties: false;
}

/** An object with these properties and no others; the second are those that it may be without. */
export function object<const R extends Properties>(required: R): ObjectOf<R, Nothing>;
export function object<const R extends Properties, const O extends Properties>(
  required: R,
  optional: O,
): ObjectOf<R, O>;
export function object(required: Properties, optional: Properties = {}) {
  return {
    type: 'object',
    properties: { ...required, ...optional },
    required: Object.keys(required),
    additionalProperties: false,
  };
}

/** A text in which something is written. */
export const text = (maxLength: number) => ({ type: 'string', minLength: 1, maxLength }) as const;
export const oneOf = <const V extends readonly string[]>(values: V) =>
  ({ type: 'string', enum: values }) as const;
export const only = <const V extends string | boolean>(value: V) => ({ const: value }) as const;
/** As many as there are, in what we tell. */
export const all = <const I extends Schema>(items: I) => ({ type: 'array', items }) as const;
export const list = <const I extends Schema>(items: I, maxItems: number) =>
  ({ type: 'array', items, maxItems }) as const;
export const record = <const V extends Schema>(values: V) =>
  ({ type: 'object', additionalProperties: values }) as const;
export const either = <const S extends readonly Schema[]>(...anyOf: S) => ({ anyOf }) as const;
export const described = <const S extends Schema>(description: string, schema: S) => ({
  ...schema,
  description,
});

export const number = { type: 'number' } as const;
export const whole = { type: 'integer' } as const;
export const flag = { type: 'boolean' } as const;
export const date = described('`YYYY-MM-DD`', { type: 'string', format: 'date', maxLength: 10 });
export const moment = { type: 'string', format: 'date-time', maxLength: 40 } as const;

declare const typed: unique symbol;
interface Typed<T> {
  readonly [typed]?: T;
}
/** A schema whose type says more than it can: that a text is a key, say. */
export const meaning =
  <T>() =>
  <const S extends Schema>(schema: S): S & Typed<T> =>
    schema;

/** What a schema describes, as a type. */
export type Static<S> = typeof typed extends keyof S ? (S extends Typed<infer T> ? T : never) : Described<S>;
type Described<S> = S extends { const: infer V }
  ? V
  : S extends { anyOf: readonly (infer B)[] }
    ? Static<B>
    : S extends { enum: readonly (infer V)[] }
      ? V
      : S extends { properties: infer P; required: readonly (infer R)[] }
        ? Flat<{ [K in keyof P & R]: Static<P[K]> } & { [K in Exclude<keyof P, R>]?: Static<P[K]> }>
        : S extends { additionalProperties: infer V }
          ? Record<string, Static<V>>
          : S extends { items: infer I }
            ? Static<I>[]
            : S extends { type: infer T extends keyof Simple }
              ? Simple[T]
              : unknown;
interface Simple {
  string: string;
  number: number;
  integer: number;
  boolean: boolean;
}
type Flat<T> = { [K in keyof T]: T[K] };

type Plain<T> = T extends object ? { [K in keyof T]: Plain<T[K]> } : T;
type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? unknown : 'not the same type';

/** The schema of a type that is written down elsewhere: it does not compile when the two differ in anything. */
export const describes =
  <T>() =>
  <const S extends Schema>(schema: S & Same<Plain<Static<S>>, Plain<T>>): S =>
    schema;
