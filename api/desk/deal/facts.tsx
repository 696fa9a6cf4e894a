import type { ComponentChildren } from 'preact';
import { type AcceptedTerms, currentOffer, type Deal, latestTerms } from '../../../shared/deal/deal.ts';
import type { Person } from '../../../shared/deal/people.ts';
import { lastMomentOf } from '../../../shared/deal/terms.ts';
import { formatDay, formatMoney } from '../../../shared/i18n/format.ts';
import { CopyField } from '../../ui/copy-field.tsx';
import { Countdown } from '../../ui/countdown.tsx';
import { type SummaryItem, SummaryList } from '../../ui/summary-list.tsx';
import { type DeskContext, momentText } from '../desk-context.ts';

interface FactsProps {
  context: DeskContext;
  deal: Deal;
}

/** What is known, part by part; a part that has not happened yet is not shown. */
export function Facts(props: FactsProps) {
  return (
    <>
      <People {...props} />
      <OfferFacts {...props} />
      <AgreementFacts {...props} />
      <LicenseFacts {...props} />
      <RegistrationFacts {...props} />
      <OrganizationFacts {...props} />
      <EntitlementFacts {...props} />
      <InquiryFacts {...props} />
    </>
  );
}

function Part({ id, title, items }: { id: string; title: string; items: SummaryItem[] }) {
  return (
    <section class="card" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <SummaryList items={items} />
    </section>
  );
}

/** An id that can be copied, or nothing. */
function idItem(context: DeskContext, { label, value }: { label: string; value?: string }): SummaryItem {
  return { label, value: value && <CopyField value={value} label={label} messages={context.messages} /> };
}

const words = ({ messages }: DeskContext) => messages.desk.deal;

function PersonText({ context, person }: { context: DeskContext; person: Person }) {
  const { messages } = context;
  const { language, timeZone } = person;
  return (
    <>
      <div>{person.name}</div>
      <a href={`mailto:${person.email}`}>{person.email}</a>
      <div class="quiet small">
        {words(context).writesIn({ language: messages.ui.languages[language], timeZone })}
      </div>
    </>
  );
}

function People({ context, deal }: FactsProps) {
  const { contact } = deal.inquiry;
  const signer = latestTerms(deal)?.terms.signer;
  const other = (person: Person | undefined) =>
    person && person.email !== contact.email ? person : undefined;
  const text = (person: Person | undefined): ComponentChildren =>
    person && <PersonText context={context} person={person} />;
  const { people, contact: asked, signer: signs, setUpBy } = words(context);
  return (
    <Part
      id="people"
      title={people}
      items={[
        { label: asked, value: text(contact) },
        { label: signs, value: text(other(signer)) ?? signer?.name },
        { label: setUpBy, value: text(other(deal.link?.user)) ?? deal.link?.user.name },
      ]}
    />
  );
}

function OfferFacts({ context, deal }: FactsProps) {
  const { messages, lang, now } = context;
  const offer = currentOffer(deal) ?? deal.offers.at(-1);
  const {
    offer: title,
    offerId,
    lastDay,
    released,
    state,
    termsVersion,
    changeSet,
    version,
  } = words(context);
  const running = deal.changeSet?.changeSetId;
  if (!offer && !running) return null;
  return (
    <Part
      id="offer"
      title={title}
      items={[
        { label: state, value: offer && messages.desk.offerStates[offer.state] },
        {
          label: lastDay,
          value: offer && (
            <>
              {formatDay(offer.expiresOn, lang)}
              {offer.state === 'released' && (
                <div class="quiet small">
                  {momentText(context, lastMomentOf(offer.expiresOn))} ·{' '}
                  <Countdown until={lastMomentOf(offer.expiresOn)} now={now} lang={lang} />
                </div>
              )}
            </>
          ),
        },
        { label: released, value: offer && momentText(context, offer.releasedAt) },
        { label: termsVersion, value: offer && version(offer.termsVersion) },
        idItem(context, { label: offerId, value: offer?.offerId }),
        idItem(context, { label: changeSet, value: running ?? offer?.changeSetId }),
      ]}
    />
  );
}

function AgreementFacts({ context, deal }: FactsProps) {
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
        { label: status, value: <code>{agreement.status}</code> },
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

function LicenseFacts({ context, deal: { license } }: FactsProps) {
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

function RegistrationFacts({ context, deal: { registration } }: FactsProps) {
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

function OrganizationFacts({ context, deal: { link } }: FactsProps) {
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

function EntitlementFacts({ context, deal: { entitlements } }: FactsProps) {
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
            {value}
            {expiresAt && <div class="quiet small">{until(momentText(context, expiresAt))}</div>}
          </>
        ),
      }))}
    />
  );
}

function InquiryFacts({ context, deal: { inquiry, openedAt } }: FactsProps) {
  const { inquiry: title, message, received, awsAccount } = words(context);
  return (
    <Part
      id="inquiry"
      title={title}
      items={[
        { label: received, value: momentText(context, openedAt) },
        { label: message, value: <span class="pre">{inquiry.message}</span> },
        idItem(context, { label: awsAccount, value: inquiry.awsAccountId }),
      ]}
    />
  );
}
