import type { AcceptedTerms } from '../../../../deal/deal.ts';
import { formatMoney, formatQuantity } from '../../../../shared/i18n/format.ts';
import { type DeskContext, momentText } from '../../desk-context.ts';
import { type FactsProps, idItem, Part, words } from './fact-parts.tsx';

export function AgreementFacts({ context, deal }: FactsProps) {
  const { agreement, accepted: read, formerAgreements } = deal;
  const { desk } = context.messages;
  if (!agreement) return null;
  const {
    agreement: title,
    agreementId,
    awsAccount,
    status,
    accepted,
    term,
    openEnd,
    learntFrom,
    learnt,
  } = words(context);
  const end = agreement.endsAt ? momentText(context, agreement.endsAt) : openEnd;
  return (
    <Part
      id="agreement"
      title={title}
      items={[
        { label: status, value: context.messages.events.aws.agreement[agreement.status] ?? agreement.status },
        { label: accepted, value: momentText(context, agreement.acceptedAt) },
        { label: term, value: `${momentText(context, agreement.startsAt)} – ${end}` },
        idItem(context, { label: agreementId, value: agreement.agreementId }),
        idItem(context, { label: awsAccount, value: agreement.awsAccountId }),
        { label: desk.deal.acceptedTotal, value: read && acceptedTotal(read, context.lang) },
        { label: desk.deal.autoRenews, value: read && desk.deal.renews[read.autoRenews ? 'yes' : 'no'] },
        { label: learntFrom, value: learnt[agreement.learntFrom] },
        ...formerAgreements.map(value => idItem(context, { label: desk.deal.formerAgreement, value })),
      ]}
    />
  );
}

function acceptedTotal(
  { total, currency }: AcceptedTerms,
  language: DeskContext['lang'],
): string | undefined {
  return total && currency && formatMoney(total, { currency, language });
}

export function LicenseFacts({ context, deal: { license } }: FactsProps) {
  if (!license) return null;
  const { license: title, licenseArn, productCode, deprovisioned, received } = words(context);
  return (
    <Part
      id="license"
      title={title}
      items={[
        { label: received, value: momentText(context, license.at) },
        {
          label: deprovisioned,
          value: license.deprovisionedAt && momentText(context, license.deprovisionedAt),
        },
        idItem(context, { label: licenseArn, value: license.licenseArn }),
        idItem(context, { label: productCode, value: license.productCode }),
      ]}
    />
  );
}

export function RegistrationFacts({ context, deal: { registration } }: FactsProps) {
  if (!registration) return null;
  const { registration: title, registrationId, setupSession, arrived, awsAccount } = words(context);
  return (
    <Part
      id="registration"
      title={title}
      items={[
        { label: arrived, value: momentText(context, registration.at) },
        idItem(context, { label: awsAccount, value: registration.awsAccountId }),
        idItem(context, { label: registrationId, value: registration.registrationId }),
        idItem(context, { label: setupSession, value: registration.setupSessionId }),
      ]}
    />
  );
}

export function OrganizationFacts({ context, deal: { link } }: FactsProps) {
  if (!link) return null;
  const { organization: title, organizationId, linked, productTold, notYet } = words(context);
  const when = (moment: string | undefined) => (moment ? momentText(context, moment) : notYet);
  return (
    <Part
      id="organization"
      title={title}
      items={[
        { label: title, value: link.organizationName },
        { label: linked, value: when(link.linkedAt) },
        { label: productTold, value: when(link.productToldAt) },
        idItem(context, { label: organizationId, value: link.organizationId }),
      ]}
    />
  );
}

export function EntitlementFacts({ context, deal: { entitlements } }: FactsProps) {
  if (!entitlements) return null;
  const { entitlements: title, until } = words(context);
  return (
    <Part
      id="entitlements"
      title={title}
      items={entitlements.map(({ dimension, value, expiresAt }) => ({
        label: dimension,
        value: (
          <>
            {formatQuantity(value, context.lang)}
            {expiresAt && <div class="quiet small">{until(momentText(context, expiresAt))}</div>}
          </>
        ),
      }))}
    />
  );
}
