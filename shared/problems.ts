import type { RefusalCode } from '../deal/refusals.ts';
import type { Fault } from './faults/faults.ts';

/** Every error the API can answer with: its code and HTTP status. The words are in the dictionaries (`problems`). */
export const problems = {
  badRequest: 400,
  notSignedIn: 401,
  forbidden: 403,
  badFormToken: 403,
  otherSite: 403,
  notFound: 404,
  dealNotFound: 404,
  refused: 409,
  draftChanged: 409,
  settingRefused: 409,
  settingChanged: 409,
  tooLarge: 413,
  unsupportedMediaType: 415,
  invalid: 422,
  commandIdReused: 422,
  tooManyRequests: 429,
  tooManyForAddress: 429,
  internal: 500,
  dealBeingOpened: 503,
  awsUnavailable: 503,
  temporalUnavailable: 503,
  databaseUnavailable: 503,
  tookTooLong: 503,
} as const satisfies Record<string, number>;
export type ProblemCode = keyof typeof problems;

/** Words for people, or what will be put into words once the reader's language is known. */
export type Detail = string | Fault;

/** Something is wrong with one field of what was sent; `pointer` is a JSON pointer. */
export interface ProblemField {
  pointer: string;
  detail: Detail;
}

interface ProblemMore {
  detail?: Detail;
  fields?: ProblemField[];
  reason?: RefusalCode;
  changes?: readonly object[];
  cause?: unknown;
}

/** An error with a code of the table; anything else that is thrown is answered as `internal`. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly fields: ProblemField[];
  /** Replaces the general words of the code. */
  readonly detail: Detail | undefined;
  /** Of a step that a deal has refused: why, for programs. */
  readonly reason: RefusalCode | undefined;

  /** What others have done meanwhile, for programs. */
  readonly changes: readonly object[];

  constructor(code: ProblemCode, more: ProblemMore = {}) {
    super(typeof more.detail === 'string' ? more.detail : (more.detail?.code ?? code), { cause: more.cause });
    this.code = code;
    this.detail = more.detail;
    this.reason = more.reason;
    this.fields = more.fields ?? [];
    this.changes = more.changes ?? [];
  }

  get status(): number {
    return problems[this.code];
  }
}
