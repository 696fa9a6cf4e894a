import type { Command, CommandType, GivenOf } from '../commands.ts';
import { actorSchema } from '../people.ts';
import { holidaysSchema } from '../policy.ts';
import type { FieldError, Refusal } from '../refusals.ts';
import { broken, isObject, tidied } from './check.ts';
import { commandSchemas, givenSchemas } from './commands.ts';
import { longest } from './limits.ts';
import { moment, object, text } from './schema.ts';

/** A command, or what does not hold of its fields: pointers into them, such as `/terms/signer/email`. */
export type Parsed<T extends CommandType> = { command: GivenOf<T> } | { errors: FieldError[] };

/**
 * The command that fields of any form make, as a body of the API or a form of the desk sends them: e-mail addresses are
 * cleaned, and nothing is left out or made up. At most 20 errors.
 */
export function parseCommand<T extends CommandType>(type: T, fields: unknown): Parsed<T> {
  const clean = tidied(givenSchemas[type], fields);
  const command = { ...(isObject(clean) && clean), type };
  return isObject(clean) && isCommand(type, command)
    ? { command }
    : { errors: broken(givenSchemas[type], clean) };
}

function isCommand<T extends CommandType>(type: T, command: { type: string }): command is GivenOf<T> {
  const { type: _known, ...fields } = command;
  return broken(givenSchemas[type], fields).length === 0;
}

const envelopeSchema = object(
  { commandId: text(longest.id * 2), by: actorSchema, at: moment },
  { holidays: holidaysSchema },
);

/** Why a command that may have been sent by hand cannot be decided at all. */
export function formRefusal({ type, commandId, by, at, holidays, ...body }: Command): Refusal | undefined {
  if (broken(envelopeSchema, { commandId, by, at, ...(holidays && { holidays }) }).length > 0)
    return { code: 'malformed' };
  const fields = broken(commandSchemas[type], body);
  return fields.length > 0 ? { code: 'fieldsInvalid', fields } : undefined;
}
