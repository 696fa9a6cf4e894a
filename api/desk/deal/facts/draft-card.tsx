import { latestTerms } from '../../../../deal/deal.ts';
import type { Language } from '../../../../deal/people.ts';
import { differences, type Terms } from '../../../../deal/terms/terms.ts';
import { limitsBroken } from '../../../../deal/terms/terms-limits.ts';
import { memoize } from '../../../../shared/memoize.ts';
import { Button, LinkButton } from '../../../ui/fields/button.tsx';
import { Form } from '../../../ui/fields/form.tsx';
import { SummaryList } from '../../../ui/summary-list.tsx';
import type { DraftRead } from '../../terms/draft/draft-read.ts';
import { draftSeen, keeperOf } from '../../terms/draft/draft-shown.ts';
import { PartLines } from '../../terms/part-lines.tsx';
import { termsSummary } from '../../terms/summary.ts';
import { partText, readingOrder } from '../../terms/terms-text.ts';
import { type DealView, dealUrl } from '../view.ts';

const partsIn = memoize((lang: Language) => new Intl.ListFormat(lang, { type: 'conjunction' }));

/** Terms that somebody is still writing: whose they are, what they say, and how to go on. */
export function DraftCard({ view }: { view: DealView }) {
  const { context, deal, draft } = view;
  if (!draft) return null;
  const { draft: words, total, notYet } = context.messages.desk.terms;
  const summary = termsSummary(draft.parsed.terms, { deal, reader: context });
  const version = latestTerms(deal)?.version ?? 0;
  return (
    <section class="card" id="draft" aria-labelledby="draft-title" tabIndex={-1}>
      <h2 id="draft-title">{words.title}</h2>
      <p class="quiet small">
        {words.kept(keeperOf(draft, context))} · {words.inside}
      </p>
      {draft.versions < version && <p>{words.older(version)}</p>}
      {summary.total !== notYet && (
        <p class="amount">
          <span class="quiet">{total}</span> <span class="amount__value">{summary.total}</span>
        </p>
      )}
      <Differences view={view} draft={draft} />
      <Whole view={view} draft={draft} />
      <div class="actions">
        <LinkButton kind="secondary" href={`${dealUrl(deal.dealId)}/terms`}>
          {words.goOn}
        </LinkButton>
      </div>
      <Discard view={view} draft={draft} />
    </section>
  );
}

interface DraftProps {
  view: DealView;
  draft: DraftRead;
}

function Differences({ view: { context, deal }, draft }: DraftProps) {
  const newest = latestTerms(deal);
  if (!newest) return null;
  const { parts, terms } = context.messages.desk;
  const differing = differences(newest.terms, draft.parsed.terms);
  const changed = readingOrder.filter(part => differing.includes(part)).map(part => parts[part]);
  if (changed.length === 0) return null;
  const text = partsIn(context.lang).format(changed);
  return <p class="small">{terms.draft.differs({ version: newest.version, parts: text })}</p>;
}

/** Part by part; what does not hold yet cannot be said in words. */
function Whole({ view: { context }, draft }: DraftProps) {
  const { desk } = context.messages;
  const { terms } = draft.parsed;
  const open = openParts(draft, context.now);
  const items = readingOrder.map(part => ({
    label: desk.parts[part],
    value: open.has(part) ? (
      <span class="quiet">{desk.terms.draft.stillOpen}</span>
    ) : (
      <PartLines lines={partText(part, { terms, reader: context })} />
    ),
  }));
  return (
    <details class="disclosure disclosure--row" data-fold="draft">
      <summary>{desk.terms.draft.whole}</summary>
      <SummaryList items={items} />
    </details>
  );
}

/** Payments are looked at once everything else holds. */
function openParts({ parsed: { terms, problems } }: DraftRead, now: string): Set<string> {
  const broken = [...problems, ...limitsBroken(terms, now.slice(0, 10))];
  const parts = broken.map(({ pointer }) => pointer.split('/')[1] ?? '');
  const schedule: (keyof Terms)[] =
    broken.length > 0 && terms.paymentSchedule.length > 0 ? ['paymentSchedule'] : [];
  return new Set([...parts, ...schedule]);
}

/** Nobody can bring it back, so it asks first. */
function Discard({ view: { context, deal }, draft }: DraftProps) {
  const { draft: words } = context.messages.desk.terms;
  return (
    <details class="disclosure" data-fold="discard">
      <summary class="small">{words.discardAsk}</summary>
      <Form
        action={`${dealUrl(deal.dealId)}/terms/discard`}
        keys={context.keys}
        name="discard"
        class="form form--bare"
      >
        <p class="small">{words.discardQuestion}</p>
        <input type="hidden" name={draftSeen} value={draft.revision} />
        <Button kind="danger" size="small">
          {words.discard}
        </Button>
      </Form>
    </details>
  );
}
