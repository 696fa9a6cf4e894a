import { Type } from 'typebox';
import { pattern } from '../../shared/faults/schema-faults.ts';
import { keyPattern } from '../plugins/idempotency-key.ts';

export const words = (description: string) => Type.String({ description });
export const moment = Type.String({ format: 'date-time', description: 'Business time' });

/** What all routes of the settings have in common. */
export const common = { tags: ['settings'], security: [{ token: [] }] };

/** Of what changes something. */
export const idempotencyHeader = Type.Object({
  'idempotency-key': Type.Optional(
    Type.String({
      pattern: pattern(keyPattern, 'key'),
      description:
        'The same key with the same content changes nothing again. Each caller has keys of his own',
    }),
  ),
});

/** The newest change of the desk when it was read. */
export const seen = Type.Integer({
  minimum: 0,
  description:
    'The `seen` of the answer in which you have read it. What others have changed of it since is answered 409 `settingChanged`, with their `changes`',
});

export const staffParams = Type.Object({ staffId: Type.String() });
export const strict = { additionalProperties: false };
