import type Type from 'typebox';
import type { Static, TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import type { Marketplace } from '../engine/marketplace.ts';
import type { AwsError, FieldProblem } from './errors.ts';

export type Operation = {
  problems(input: unknown): FieldProblem[];
  run(market: Marketplace, input: unknown): unknown;
};

/** How a service says no. */
export type ServiceErrors = {
  /** A request of the wrong shape. */
  invalid(problems: FieldProblem[]): AwsError;
  throttled: AwsError;
  internal: AwsError;
};

export type Service = {
  name: 'metering' | 'entitlement' | 'catalog' | 'agreement' | 'sqs';
  /** What comes before the dot in X-Amz-Target. */
  target: string;
  /** The service in the scope of the caller's signature. */
  signingName: string;
  contentType: string;
  operations: Record<string, Operation>;
  /** The operations that are not POST, of a service that speaks restJson. */
  rest?: Record<string, 'GET' | 'PATCH'>;
  errors: ServiceErrors;
};

type ValidationError = { instancePath: string; message: string; params?: unknown };

function toFieldProblem({ instancePath, message, params }: ValidationError): FieldProblem {
  const missing = (params as { requiredProperties?: string[] } | undefined)?.requiredProperties?.[0];
  const path = [...instancePath.split('/').filter(Boolean), ...(missing ? [missing] : [])];
  return { field: path.join('.'), message: missing ? 'must be given' : message };
}

/** Checks values against a TypeBox schema; compiled on first use. */
export function checker(schema: TSchema): (value: unknown) => FieldProblem[] {
  let compiled: ReturnType<typeof Compile> | undefined;
  return value => {
    compiled ??= Compile(schema);
    return compiled.Check(value) ? [] : [...compiled.Errors(value)].map(toFieldProblem);
  };
}

/** An operation of a service: the shape of its input, and what it does. */
export function operation<const T extends Type.TSchema>(
  schema: T,
  run: (market: Marketplace, input: Static<T>) => unknown,
): Operation {
  return { problems: checker(schema), run: run as Operation['run'] };
}
