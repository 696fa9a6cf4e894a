import { type TObject, Type } from 'typebox';
import type { CommandType } from '../../deal/commands.ts';
import { languages } from '../../deal/people.ts';
import { defaultReminders } from '../../deal/policy.ts';
import { reminderKeys } from '../../deal/reminders/reminder-limits.ts';
import { stages } from '../../deal/stages.ts';
import { currencies } from '../../deal/terms/money.ts';
import { desk } from '../../shared/i18n/en/desk.ts';

const oneOf = (values: readonly string[]) => Type.Unsafe<string>({ type: 'string', enum: [...values] });
const words = (maxLength: number) => Type.String({ minLength: 1, maxLength });
const day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

const email = Type.String({ format: 'email', maxLength: 254 });

const person = Type.Object(
  {
    name: words(100),
    email,
    language: oneOf(languages),
    timeZone: words(64),
  },
  { additionalProperties: false },
);

/** The shape alone; AWS's limits are checked by deal/terms/terms-limits.ts, which names each field that breaks one. */
const terms = Type.Object(
  {
    productId: words(50),
    productTitle: words(150),
    dimensions: Type.Array(
      Type.Object(
        {
          key: words(100),
          label: words(150),
          price: words(20),
          units: Type.Integer(),
          listPrice: Type.Optional(words(20)),
        },
        { additionalProperties: false },
      ),
    ),
    currency: oneOf(currencies),
    durationMonths: Type.Integer(),
    paymentSchedule: Type.Array(
      Type.Object({ chargeDate: words(10), amount: words(20) }, { additionalProperties: false }),
    ),
    eula: Type.Union([
      Type.Object({ type: Type.Literal('standard') }, { additionalProperties: false }),
      Type.Object({ type: Type.Literal('custom'), url: words(2000) }, { additionalProperties: false }),
    ]),
    buyerAwsAccountIds: Type.Array(words(12)),
    offerExpiresOn: words(10),
    signer: person,
  },
  { additionalProperties: false },
);

const body = (properties: Parameters<typeof Type.Object>[0]) =>
  Type.Object(properties, { additionalProperties: false });
const version = Type.Integer({ minimum: 1 });

/** The shape alone; how much of each is allowed is in deal/reminders/reminder-limits.ts. */
const reminders = Type.Object(
  Object.fromEntries(
    reminderKeys.map(key => [
      key,
      Type.Optional(Array.isArray(defaultReminders[key]) ? Type.Array(Type.Number()) : Type.Number()),
    ]),
  ),
  { additionalProperties: false, minProperties: 1 },
);

/** A mail as the mail log names it. The dictionary has a name for every template. */
const mail = body({
  key: words(300),
  template: oneOf(Object.keys(desk.mails)),
  reader: Type.Union([
    body({ to: oneOf(['owner', 'lead', 'approvers']) }),
    body({ to: Type.Literal('person'), name: words(100), email, language: oneOf(languages) }),
  ]),
  change: Type.Optional(oneOf(['amended', 'renewed', 'replaced'])),
});

/** What each staff step takes, by its name in the path. */
export const stepBodies = {
  proposeTerms: body({ terms }),
  markNegotiationDone: body({ version }),
  approveOffer: body({ version, comment: Type.Optional(words(2000)) }),
  rejectOffer: body({ version, comment: words(2000) }),
  extendOffer: body({ expiresOn: day }),
  withdrawOffer: body({ reason: words(2000) }),
  assignOwner: body({ owner: words(254) }),
  addNote: body({ text: words(5000) }),
  sendReminderNow: body({ key: words(200) }),
  skipReminder: body({ key: words(200) }),
  retryStep: body({ step: Type.Optional(words(300)) }),
  handOverSetUp: body({ to: body({ name: words(100), email }) }),
  changeContact: body({ role: oneOf(['signer', 'contact']), person }),
  changeReminders: body({ reminders }),
  stopReminders: body({ email }),
  resumeReminders: body({ email }),
  resendMail: body({ mail }),
  closeDeal: body({ reason: words(2000) }),
} satisfies Partial<Record<CommandType, TObject>>;
export type StaffStep = keyof typeof stepBodies;

/** `markNegotiationDone` → `mark-negotiation-done`. */
export const kebab = (name: string) => name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);

export const dealQuery = body({
  stage: Type.Optional(oneOf(stages)),
  owner: Type.Optional(words(254)),
  stuck: Type.Optional(Type.Boolean()),
  q: Type.Optional(words(300)),
  cursor: Type.Optional(words(200)),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
});

export const dealParams = Type.Object({ dealId: words(64) });
export const commandParams = Type.Object({ dealId: words(64), commandId: words(200) });
export const idempotencyHeader = Type.Object({
  'idempotency-key': Type.Optional(
    Type.String({
      minLength: 8,
      maxLength: 200,
      description:
        'The same key with the same content gets the same answer. Made up when absent, and sent back.',
    }),
  ),
});

const entry = Type.Object({}, { additionalProperties: true, description: 'A timeline entry' });
export const problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String(),
    instance: Type.Optional(Type.String()),
    errors: Type.Optional(Type.Array(Type.Object({ pointer: Type.String(), detail: Type.String() }))),
  },
  { description: 'RFC 9457' },
);

/** What became of a command. */
export const answers = {
  200: Type.Object({ outcome: Type.Literal('applied'), commandId: Type.String(), entry }),
  202: Type.Object(
    { outcome: Type.Literal('pending'), commandId: Type.String() },
    { description: 'Safe, and not decided yet; look at Location.' },
  ),
  '4xx': problem,
  '5xx': problem,
};
export const dealAnswer = {
  200: Type.Object({}, { additionalProperties: true }),
  '4xx': problem,
  '5xx': problem,
};
