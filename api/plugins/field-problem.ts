import type { FastifyError } from 'fastify';

type SchemaError = NonNullable<FastifyError['validation']>[number];

/** What a text in a request may have, by the pattern of its schema; with what to write instead. */
const patterns: Record<string, string> = {};

/** A pattern for a schema, with the words for whoever writes what it does not take: `must be a day such as 2026-11-30`. */
export function pattern(source: string, words: string): string {
  patterns[source] = words;
  return source;
}

/** One error of a schema as a field of the answer: where, and what to write there. */
export function fieldProblem(error: SchemaError): { pointer: string; detail: string } {
  const { instancePath, keyword, params } = error;
  const missing =
    keyword === 'required' ? `/${String(params.missingProperty ?? params.requiredProperties ?? '')}` : '';
  return { pointer: `${instancePath}${missing}`, detail: wordsFor(error) };
}

/** The schema's own words, but where those leave out what could be written. */
function wordsFor({ keyword, params, message }: SchemaError): string {
  switch (keyword) {
    case 'pattern':
      return patterns[String(params.pattern)] ?? message ?? keyword;
    case 'enum':
      return `must be one of: ${[params.allowedValues].flat().join(', ')}`;
    case 'const':
      return `must be ${params.allowedValue}`;
    case 'additionalProperties':
      return `has ${params.additionalProperty}, which is not known here`;
    default:
      return message ?? keyword;
  }
}
