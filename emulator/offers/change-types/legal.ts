import Type, { type Static } from 'typebox';
import { changeType, replaceTerms, when } from './change-type.ts';
import { Terms } from './shapes.ts';

/** Only the newest standard contract is taken. */
const STANDARD_EULA = '2022-07-14';
const S3 = /^https:\/\/[^/]*s3[^/]*\.amazonaws\.com\/.+/;

const Version = Type.String();
const Url = Type.String({ maxLength: 32_000, pattern: '^https?://' });

const LegalDocument = Type.Union([
  Type.Object({ Type: Type.Literal('StandardEula'), Version: Type.Enum(['2019-04-24', STANDARD_EULA]) }),
  Type.Object({ Type: Type.Enum(['CustomEula', 'CustomDsa']), Url, Version: Type.Optional(Version) }),
  Type.Object({
    Type: Type.Enum(['EnterpriseEula', 'IsvEula', 'StandardDsa']),
    Version: Type.Optional(Version),
    Url: Type.Optional(Url),
  }),
]);

const Details = Terms(
  Type.Object({
    Type: Type.Literal('LegalTerm'),
    Documents: Type.Array(LegalDocument, { minItems: 1, maxItems: 1 }),
  }),
);

/** The document is not fetched: only that it lies in S3 is checked. */
function isUsable(document: Static<typeof LegalDocument>): boolean {
  if (document.Type === 'StandardEula') return document.Version === STANDARD_EULA && !('Url' in document);
  if (document.Type === 'CustomEula' || document.Type === 'CustomDsa')
    return document.Version === undefined && S3.test(document.Url);
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
