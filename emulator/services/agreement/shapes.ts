import Type, { type Static } from 'typebox';

const Id = Type.String({ minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9_/-]+$' });
const Text = Type.String({ minLength: 1, maxLength: 2000 });
const page = {
  maxResults: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
  nextToken: Type.Optional(Type.String()),
};

export const DescribeAgreementRequest = Type.Object({ agreementId: Id });
export type DescribeAgreementRequest = Static<typeof DescribeAgreementRequest>;

/** Of GetAgreementTerms and GetAgreementEntitlements. */
export const AgreementPageRequest = Type.Object({ agreementId: Id, ...page });
export type AgreementPageRequest = Static<typeof AgreementPageRequest>;

const Filter = Type.Object({
  name: Type.String(),
  values: Type.Array(Type.String(), { minItems: 1, maxItems: 1 }),
});

export const SearchAgreementsRequest = Type.Object({
  catalog: Type.Optional(Type.String()),
  filters: Type.Optional(Type.Array(Filter, { minItems: 1, maxItems: 10 })),
  sort: Type.Optional(
    Type.Object({
      sortBy: Type.Optional(Type.Enum(['EndTime', 'StartTime', 'LastUpdateTime'])),
      sortOrder: Type.Optional(Type.Enum(['ASCENDING', 'DESCENDING'])),
    }),
  ),
  ...page,
});
export type SearchAgreementsRequest = Static<typeof SearchAgreementsRequest>;

export const SendCancellationRequest = Type.Object({
  agreementId: Id,
  reasonCode: Type.Enum([
    'INCORRECT_TERMS_ACCEPTED',
    'REPLACING_AGREEMENT',
    'TEST_AGREEMENT',
    'ALTERNATIVE_PROCUREMENT_CHANNEL',
    'PRODUCT_DISCONTINUED',
    'UNINTENDED_RENEWAL',
    'BUYER_DISSATISFACTION',
    'OTHER',
  ]),
  clientToken: Type.Optional(Type.String({ minLength: 1, maxLength: 64, pattern: '^[!-~]+$' })),
  description: Type.Optional(Text),
});
export type SendCancellationRequest = Static<typeof SendCancellationRequest>;

export const GetCancellationRequest = Type.Object({ agreementId: Id, agreementCancellationRequestId: Id });
export type GetCancellationRequest = Static<typeof GetCancellationRequest>;

export const CancelCancellationRequest = Type.Object({
  agreementId: Id,
  agreementCancellationRequestId: Id,
  cancellationReason: Text,
});
export type CancelCancellationRequest = Static<typeof CancelCancellationRequest>;

export const ListCancellationRequests = Type.Object({
  partyType: Type.Enum(['Proposer', 'Acceptor']),
  agreementId: Type.Optional(Id),
  status: Type.Optional(
    Type.Enum(['PENDING_APPROVAL', 'APPROVED', 'REJECTED', 'CANCELLED', 'VALIDATION_FAILED']),
  ),
  agreementType: Type.Optional(Type.String()),
  catalog: Type.Optional(Type.String()),
  ...page,
});
export type ListCancellationRequests = Static<typeof ListCancellationRequests>;
