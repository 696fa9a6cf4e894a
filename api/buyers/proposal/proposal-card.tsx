import { signerProposed } from '../../../deal/deal.ts';
import { lastMomentOf } from '../../../deal/terms/terms.ts';
import { changesInWords } from '../../../shared/i18n/terms-text.ts';
import { Badge } from '../../ui/badge.tsx';
import { Countdown } from '../../ui/countdown.tsx';
import type { FormKeys } from '../../ui/fields/form.tsx';
import { type SummaryItem, SummaryList } from '../../ui/summary-list.tsx';
import { Table } from '../../ui/table.tsx';
import { type DealContext, momentFor } from '../deal-context.ts';
import { withHyphens } from '../status.ts';
import { Dimensions, Eula, Payments, totalOfTerms } from '../terms-card.tsx';
import { AgreeForm, type YesDraft } from './agree-form.tsx';
import type { Proposed } from './proposed.ts';

interface ProposalProps {
  page: DealContext;
  shown: Proposed;
  keys: FormKeys;
  draft?: YesDraft;
}

const tones = {
  open: 'accent',
  agreed: 'success',
  replaced: 'warning',
  withdrawn: 'warning',
  over: 'warning',
} as const;

/** What we propose, what has changed since the last time, and the buyer's yes. */
export function ProposalCard({ page, shown, keys, draft }: ProposalProps) {
  const { proposal: words } = page.context.messages;
  const { terms, version } = shown.version;
  return (
    <section class="card proposal" aria-labelledby="proposal">
      <div class="heading__title">
        <h2 id="proposal">{words.title}</h2>
        <Badge tone={tones[shown.state]}>{words.states[shown.state]}</Badge>
      </div>
      <p class="quiet small">
        {words.version(version)} · {words.sentOn(momentFor(page, shown.proposal.sentAt))}
      </p>
      <Standing page={page} shown={shown} />
      <Changes page={page} shown={shown} />
      <SummaryList items={facts(page, shown)} />
      <Dimensions page={page} terms={terms} />
      {terms.paymentSchedule.length > 0 && <Payments page={page} terms={terms} />}
      <p class="quiet small">{page.context.messages.offers.taxes}</p>
      {shown.state === 'open' && <AgreeForm page={page} shown={shown} keys={keys} draft={draft} />}
      <p class="quiet small unprinted">{words.print}</p>
      <p class="quiet small printed">
        {page.context.vendorName} · {page.context.messages.offers.reference} {page.deal.dealId}
      </p>
    </section>
  );
}

/** Who has agreed, or why nobody can. */
function Standing({ page, shown: { state, proposal } }: Pick<ProposalProps, 'page' | 'shown'>) {
  const { proposal: words } = page.context.messages;
  if (state === 'open') return null;
  if (state !== 'agreed' || !proposal.agreed)
    return <p>{words.notOpen[state === 'agreed' ? 'over' : state]}</p>;
  const { name, at } = proposal.agreed;
  return (
    <p>
      <strong>{words.agreed({ name, at: momentFor(page, at) })}</strong> {words.agreedNext}
    </p>
  );
}

function Changes({ page, shown: { version, before } }: Pick<ProposalProps, 'page' | 'shown'>) {
  const { messages, lang } = page.context;
  const { proposal: words } = messages;
  if (!before) return null;
  const changes = changesInWords(before.terms, version.terms, { language: lang, messages });
  if (changes.length === 0) return <p class="quiet">{words.noChanges}</p>;
  return (
    <div class="inset">
      <h3>{words.changes}</h3>
      <Table
        caption={words.changes}
        columns={[
          { label: words.changed.part },
          { label: words.changed.before },
          { label: words.changed.after },
        ]}
        rows={changes.map(change => ({
          key: change.label,
          cells: [
            change.label,
            <del key="before">{linesOf(change.before)}</del>,
            <ins key="after">{linesOf(change.after)}</ins>,
          ],
        }))}
      />
    </div>
  );
}

const linesOf = (lines: string[]) => lines.map(line => <div key={line}>{line}</div>);

function facts(page: DealContext, { version: { terms } }: Proposed): SummaryItem[] {
  const { context, deal, now } = page;
  const { proposal: words, offers } = context.messages;
  const end = lastMomentOf(terms.offerExpiresOn);
  const signer = signerProposed(deal);
  return [
    { label: offers.fields.product, value: terms.productTitle },
    { label: offers.fields.total, value: <strong class="number">{totalOfTerms(page, terms)}</strong> },
    {
      label: offers.fields.payment,
      value: terms.paymentSchedule.length > 0 ? offers.paidInParts : offers.paidAtOnce,
    },
    { label: offers.fields.duration, value: offers.months(terms.durationMonths) },
    { label: words.accounts, value: terms.buyerAwsAccountIds.map(withHyphens).join(', ') },
    { label: words.signer, value: linesOf([signer.name, signer.email]) },
    { label: offers.fields.eula, value: <Eula page={page} terms={terms} /> },
    {
      label: words.validUntil,
      value: (
        <>
          {momentFor(page, end)}
          <span class="unprinted">
            {' · '}
            <Countdown until={end} now={now} lang={context.lang} />
          </span>
        </>
      ),
    },
  ];
}
