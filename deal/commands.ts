import type { commandSchemas, givenSchemas } from './contract/commands.ts';
import type { Static } from './contract/schema.ts';
import type { Actor } from './people.ts';
import type { Holidays } from './policy.ts';

type Schemas = typeof commandSchemas;
export type CommandType = keyof Schemas;
type Givens = { [T in CommandType]: { type: T } & Static<(typeof givenSchemas)[T]> };
type Bodies = { [T in CommandType]: { type: T } & Static<Schemas[T]> };

/** What can be asked of a deal, one a signal. Names are the signals' names; `contract/commands.ts` says what each carries. */
export type CommandBody = Bodies[CommandType];
export type CommandOf<T extends CommandType> = Bodies[T];

/** The same as a caller gives it; the server completes it (api/service/complete.ts). */
export type GivenOf<T extends CommandType> = Givens[T];
export type Given = Givens[CommandType];

/** What AWS says of an agreement, by event or by search. */
export type AgreementNotice = Static<Schemas['agreementEvent']>;
export type LicenseNotice = Static<Schemas['licenseEvent']>;
/** The buyer's arrival from AWS. */
export type Arrival = Static<Schemas['buyerArrived']>;
/** Whom a deal writes to on the buyer's side: who must accept in AWS, and who began the purchase. */
export type ContactRole = CommandOf<'changeContact'>['role'];

/** What every command carries: the same id again gives the same timeline entry, whoever retries. */
export interface CommandEnvelope {
  commandId: string;
  by: Actor;
  /** When it was asked, ISO; a deal may decide later. */
  at: string;
  /** Where somebody whom the command names works. The sender looks them up; a deal has no calendar of its own. */
  holidays?: Holidays;
}

export type Command = CommandEnvelope & CommandBody;
