/**
 * What can be wrong with what a program has sent, where whoever finds it does not know in which language it will be
 * read. The words are in the dictionaries (`faults`).
 */
export const faultCodes = [
  // What a schema says, by its keyword, type or format.
  'string',
  'number',
  'integer',
  'boolean',
  'array',
  'object',
  'required',
  'additionalProperties',
  'enum',
  'const',
  'anyOf',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
  'email',
  'date',
  'date-time',
  // Patterns.
  'visible',
  'key',
  'month',
  'colour',
  'secureAddress',
  'form',
  // What no schema can say.
  'tooDeep',
  'nullInName',
  'noMoment',
  'noMail',
  'foreignCursor',
  'cursorOfNoReason',
] as const;
export type FaultCode = (typeof faultCodes)[number];

export interface Fault {
  code: FaultCode;
  /** The limit that was passed, the values there are, the name that is not known. */
  about: string;
}

export const fault = (code: FaultCode, about: string | number = ''): Fault => ({
  code,
  about: String(about),
});
