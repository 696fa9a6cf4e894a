import Type, { type Static } from 'typebox';
import { changeType, replaceTerms, when } from './change-type.ts';
import { Terms } from './shapes.ts';

const LegalDocument = Type.Object({
  Type: Type.Enum(['StandardEula', 'CustomEula', 'EnterpriseEula', 'IsvEula', 'CustomDsa', 'StandardDsa']),
  Version: Type.Optional(Type.String()),
  Url: Type.Optional(Type.String({ maxLength: 32_000, pattern: '^https?://' })),
});

const Details = Terms(
  Type.Object({
    Type: Type.Literal('LegalTerm'),
    Documents: Type.Array(LegalDocument, { minItems: 1, maxItems: 1 }),
  }),
);

/** Only the newest standard contract is taken. */
const STANDARD_EULA = '2022-07-14';
const S3 = /^https:\/\/[^/]*s3[^/]*\.amazonaws\.com\/.+/;

/** The document is not fetched: only that it lies in S3 is checked. */
function isUsable({ Type: type, Version, Url }: Static<typeof LegalDocument>): boolean {
  if (type === 'StandardEula') return Version === STANDARD_EULA && Url === undefined;
  if (type === 'CustomEula' || type === 'CustomDsa') return Version === undefined && S3.test(Url ?? '');
  return true;
}

export const UpdateLegalTerms = changeType<Static<typeof Details>>(Details, {
  apply: ({ offer }, { Terms: terms }) => {
    replaceTerms(offer, ['LegalTerm'], terms);
    const wrong = terms.flatMap(term => term.Documents).filter(document => !isUsable(document));
    return when(
      wrong.length > 0,
      'INVALID_LEGAL_DOCUMENTS',
      `Provide StandardEula with version ${STANDARD_EULA}, or a custom document by its S3 URL.`,
    );
  },
});
