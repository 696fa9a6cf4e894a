import Type from 'typebox';
import { dimensionTypes } from '../engine/offer.ts';
import { RARE_EVENTS } from './rare-events.ts';

const strict = { additionalProperties: false };
const Milliseconds = Type.Integer({ minimum: 0, maximum: 86_400_000 });
const Url = Type.String({ pattern: '^https?://' });
const Id = Type.String({ minLength: 1 });
const Flag = Type.Optional(Type.Boolean());
const Units = Type.Optional(Type.Record(Type.String(), Type.Integer({ minimum: 0 })));
/** No leap seconds: a Date has none. */
const Moment = Type.String({ format: 'date-time', pattern: '^(?!.*:60)' });

export const AccountId = Type.String({ pattern: '^\\d{12}$' });

export const Accept = Type.Object(
  {
    offerId: Id,
    accountId: AccountId,
    units: Units,
    duration: Type.Optional(Type.String()),
    autoRenew: Flag,
    startTime: Type.Optional(Moment),
  },
  strict,
);
export const Account = Type.Object(
  { id: AccountId, name: Type.String({ minLength: 1 }), managementAccountId: Type.Optional(AccountId) },
  strict,
);

export const Product = Type.Object(
  {
    id: Type.Optional(Type.String({ pattern: '^prod-[a-z0-9]+$' })),
    code: Type.Optional(Type.String({ pattern: '^[a-z0-9]{1,255}$' })),
    title: Type.Optional(Type.String({ minLength: 1 })),
    state: Type.Optional(Type.Enum(['Draft', 'Limited', 'Public', 'Restricted'])),
    fulfillmentUrl: Type.Optional(Url),
    dimensions: Type.Optional(
      Type.Array(
        Type.Object(
          {
            key: Id,
            name: Type.String(),
            description: Type.String(),
            unit: Type.String(),
            types: Type.Optional(Type.Array(Type.Enum([...dimensionTypes]), { minItems: 1 })),
          },
          strict,
        ),
        { minItems: 1 },
      ),
    ),
  },
  strict,
);

export const OfAgreement = Type.Object({ agreementId: Id }, strict);
export const OfOffer = Type.Object({ offerId: Id }, strict);
export const OfToken = Type.Object({ token: Id }, strict);
export const OfEvent = Type.Object({ eventId: Id }, strict);

export const EndAgreement = Type.Object(
  {
    agreementId: Id,
    status: Type.Enum([
      'CANCELLED',
      'TERMINATED',
      'EXPIRED',
      'ROLLED_BACK',
      'REPLACED',
      'RENEWED',
      'ARCHIVED',
      'SUPERSEDED',
    ]),
  },
  strict,
);

export const AmendAgreement = Type.Object(
  { agreementId: Id, units: Units, endTime: Type.Optional(Moment), autoRenew: Flag },
  strict,
);

export const AnswerCancellation = Type.Object(
  { requestId: Id, approve: Type.Boolean(), reason: Type.Optional(Type.String()) },
  strict,
);

export const PublishEvent = Type.Object({ type: Type.Enum(RARE_EVENTS), agreementId: Id }, strict);

export const TopicSubscription = Type.Object(
  { topic: Type.Enum(['subscription', 'entitlement']), productId: Id, endpoint: Url },
  strict,
);

export const Settings = Type.Partial(
  Type.Object({
    fulfillmentUrl: Url,
    eventTarget: Type.Union([
      Type.Null(),
      Type.Object({ url: Url, headerName: Type.String({ minLength: 1 }), secret: Type.String() }, strict),
    ]),
    changeSetDelay: Milliseconds,
    agreementEventDelay: Milliseconds,
    licenseDelay: Milliseconds,
    entitlementLag: Milliseconds,
    emptyEntitlementPage: Type.Boolean(),
    registrationTokenLifetime: Milliseconds,
    singleUseTokens: Type.Boolean(),
    events: Type.Partial(
      Type.Object({
        delay: Milliseconds,
        duplicate: Type.Boolean(),
        reorder: Type.Boolean(),
        drop: Type.Union([Type.Boolean(), Type.Array(Type.String())]),
      }),
      strict,
    ),
    eventAttempts: Type.Integer({ minimum: 1, maximum: 185 }),
    concurrentOffers: Type.Integer({ minimum: 1 }),
    snsBaseUrl: Type.Union([Type.Null(), Url]),
    snsSignatureVersion: Type.Enum(['1', '2']),
    legacyListings: Type.Boolean(),
    failNextPayments: Type.Integer({ minimum: 0 }),
  }),
  strict,
);

export const Clock = Type.Object(
  {
    scale: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 1_000_000_000 })),
    now: Type.Optional(Moment),
    advance: Type.Optional(Type.String({ pattern: '^P(?=.)(\\d+Y)?(\\d+M)?(\\d+D)?$' })),
  },
  strict,
);

export const Fault = Type.Object(
  {
    operation: Id,
    kind: Type.Enum(['throttle', 'error', 'latency', 'timeout', 'reset', 'lostAnswer']),
    times: Type.Optional(Type.Integer({ minimum: 1 })),
    delay: Type.Optional(Milliseconds),
    code: Type.Optional(Type.String()),
    status: Type.Optional(Type.Integer({ minimum: 400, maximum: 599 })),
    message: Type.Optional(Type.String()),
  },
  strict,
);

export const ChangeSetFailure = Type.Object(
  { code: Id, message: Type.String(), changeType: Type.Optional(Type.String()) },
  strict,
);

export const Nothing = Type.Object({}, strict);
