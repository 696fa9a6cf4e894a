import type { CommandBody } from '../commands.ts';
import type { Entry, SystemEvent } from '../events.ts';
import { actorSchema, personSchema } from '../people.ts';
import { holidaysSchema } from '../policy.ts';
import { fieldErrorCodes, refusalCodes } from '../refusals.ts';
import { commandSchemas } from './commands.ts';
import {
  acceptedSchema,
  deadlineSchema,
  entitlementSchema,
  inquirySchema,
  newlyStuckSchema,
  offerSchema,
  policySchema,
  termsVersionSchema,
} from './deal.ts';
import { longest } from './limits.ts';
import {
  all,
  described,
  describes,
  either,
  flag,
  meaning,
  moment,
  object,
  oneOf,
  only,
  type Schema,
  text,
  whole,
} from './schema.ts';

// What is answered of a timeline, proven to be the type of its entries.

const id = text(longest.id);
const outside = text(longest.outside);
const revision = whole;

/** What the deal of a purchase begins with. */
const beginningSchema = object(
  {
    terms: all(termsVersionSchema),
    offer: offerSchema,
    remindersStopped: all(text(longest.email)),
  },
  {
    dealId: described('The deal that made the offer', id),
    owner: { type: 'string' },
    ownerTimeZone: { type: 'string' },
    signer: personSchema,
    organizationHint: id,
  },
);

const systemEventSchema = describes<SystemEvent>()(
  either(
    object({ type: only('inquiryReceived'), inquiry: inquirySchema, policy: policySchema }),
    object(
      { type: only('purchaseOpened'), inquiry: inquirySchema, policy: policySchema, agreementId: outside },
      { from: beginningSchema },
    ),
    object({ type: only('secondDealOpened'), agreementId: outside, dealId: id }),
    object({ type: only('changeSetStarted'), name: id, changeSetId: outside }),
    object({ type: only('changeSetSucceeded'), name: id, changeSetId: outside, offerId: outside }),
    object({ type: only('agreementRead'), agreementId: outside, accepted: acceptedSchema }),
    object({ type: only('entitlementsRead'), revision, entitlements: all(entitlementSchema) }),
    object({ type: only('organizationLinked'), organizationId: id, revision }),
    object({ type: only('organizationUnlinked'), organizationId: id, revision }),
    object({ type: only('productTold'), organizationId: id, revision, configured: flag }),
    object({ type: only('mailsSent'), keys: all(id) }),
    object({ type: only('deadlinePassed'), deadline: deadlineSchema, late: flag }),
    object({ type: only('stepFailed'), stuck: newlyStuckSchema }),
  ),
);

/** A command as the timeline tells it: with its name. */
const named = (type: string, { properties, required = [], ...schema }: Schema): Schema => ({
  ...schema,
  properties: { type: only(type), ...properties },
  required: ['type', ...required],
});

const commandEvents = Object.entries(commandSchemas).map(([type, schema]) => named(type, schema));

export const eventSchema = meaning<CommandBody | SystemEvent>()({
  anyOf: [...commandEvents, ...systemEventSchema.anyOf],
});

export const refusalSchema = object(
  { code: oneOf(refusalCodes) },
  {
    fields: all(
      object(
        { pointer: described('A JSON pointer', { type: 'string' }), code: oneOf(fieldErrorCodes) },
        { limit: { type: 'string' } },
      ),
    ),
  },
);

export const entrySchema = describes<Entry>()(
  object(
    {
      seq: described('1, 2, 3 … without gaps', whole),
      at: described('When it was asked', moment),
      decidedAt: moment,
      by: actorSchema,
      outcome: oneOf(['applied', 'refused']),
      event: eventSchema,
    },
    {
      commandId: described('Present when a command led to it', { type: 'string' }),
      refusal: refusalSchema,
      holidays: described('Where somebody whom the command names works, by time zone', holidaysSchema),
    },
  ),
);
