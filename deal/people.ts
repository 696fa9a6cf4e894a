import { longest } from './contract/limits.ts';
import { described, list, object, oneOf, type Static, text } from './contract/schema.ts';

export const languages = ['en', 'ja'] as const;
export type Language = (typeof languages)[number];

export const emailAddress = {
  type: 'string',
  format: 'email',
  minLength: 1,
  maxLength: longest.email,
} as const;

/** Somebody on the buyer's side whom we write to. */
export type Person = Static<typeof personSchema>;
export const personSchema = object({
  name: text(longest.name),
  email: emailAddress,
  language: oneOf(languages),
  timeZone: described('IANA name, such as `Asia/Tokyo`', text(longest.timeZone)),
});

export const staffRoles = ['sales', 'approver', 'support'] as const;
export type StaffRole = (typeof staffRoles)[number];

/** Who did something. `id` is an e-mail address for people, the name of the source otherwise. */
export type Actor = Static<typeof actorSchema>;
export const actorSchema = object(
  { kind: oneOf(['staff', 'buyer', 'aws', 'system']), id: text(longest.id) },
  {
    name: text(longest.id),
    roles: list(oneOf(staffRoles), staffRoles.length),
    standsInFor: described(
      'Address of the approver who is away, and for whom alone this person is one',
      text(longest.email),
    ),
    via: described('How he came, when he was not signed in', oneOf(['mail'])),
  },
);

export const system: Actor = { kind: 'system', id: 'offerdesk' };
