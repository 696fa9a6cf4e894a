import Type from 'typebox';

const Milliseconds = Type.Integer({ minimum: 0, maximum: 86_400_000 });
const Url = Type.String({ pattern: '^https?://' });
const strict = { additionalProperties: false };

export const AccountId = Type.String({ pattern: '^\\d{12}$' });

export const AcceptRequest = Type.Object(
  {
    offerId: Type.String(),
    accountId: AccountId,
    units: Type.Optional(Type.Record(Type.String(), Type.Integer({ minimum: 0 }))),
    duration: Type.Optional(Type.String()),
    autoRenew: Type.Optional(Type.Boolean()),
  },
  strict,
);

export const AccountRequest = Type.Object({ id: AccountId, name: Type.String({ minLength: 1 }) }, strict);

export const ProductRequest = Type.Object(
  {
    id: Type.Optional(Type.String({ pattern: '^prod-[a-z0-9]+$' })),
    code: Type.Optional(Type.String({ pattern: '^[a-z0-9]{1,255}$' })),
    title: Type.Optional(Type.String({ minLength: 1 })),
    state: Type.Optional(Type.Enum(['Draft', 'Limited', 'Public', 'Restricted'])),
    fulfillmentUrl: Type.Optional(Url),
    dimensions: Type.Optional(
      Type.Array(
        Type.Object({
          key: Type.String(),
          name: Type.String(),
          description: Type.String(),
          unit: Type.String(),
        }),
        { minItems: 1 },
      ),
    ),
  },
  strict,
);

export const AgreementRequest = Type.Object({ agreementId: Type.String() }, strict);
export const TokenRequest = Type.Object({ token: Type.String() }, strict);
export const EventRequest = Type.Object({ eventId: Type.String() }, strict);

export const EndAgreementRequest = Type.Object(
  {
    agreementId: Type.String(),
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

export const SettingsRequest = Type.Partial(
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
    snsSignatureVersion: Type.Enum(['1', '2']),
    failNextPayments: Type.Integer({ minimum: 0 }),
  }),
  strict,
);

export const FaultRequest = Type.Object(
  {
    operation: Type.String({ minLength: 1 }),
    kind: Type.Enum(['throttle', 'error', 'latency', 'timeout', 'reset', 'lostAnswer']),
    times: Type.Optional(Type.Integer({ minimum: 1 })),
    delay: Type.Optional(Milliseconds),
    code: Type.Optional(Type.String()),
    status: Type.Optional(Type.Integer({ minimum: 400, maximum: 599 })),
    message: Type.Optional(Type.String()),
  },
  strict,
);

export const ChangeSetFailureRequest = Type.Object(
  { code: Type.String({ minLength: 1 }), message: Type.String(), changeType: Type.Optional(Type.String()) },
  strict,
);
