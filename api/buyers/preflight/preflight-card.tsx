import type { ComponentChildren } from 'preact';
import { type Check, checks } from '../../../deal/offer/checks.ts';
import type { Terms } from '../../../deal/terms/terms.ts';
import { CopyText } from '../../ui/fields/copy-field.tsx';
import { Form, type FormKeys } from '../../ui/fields/form.tsx';
import type { DealContext } from '../deal-context.ts';
import { withHyphens } from '../status.ts';
import { subscribePolicy } from './subscribe-policy.ts';

interface PreflightProps {
  page: DealContext;
  terms: Terms;
  keys: FormKeys;
  ticked: readonly Check[];
}

/** What goes wrong most often in AWS, before it does. Whoever looks at the page ticks what he has seen to. */
export function PreflightCard({ page, terms, keys, ticked }: PreflightProps) {
  const { preflight } = page.context.messages.offers;
  const left = checks.length - ticked.length;
  const inInstalments = terms.paymentSchedule.length > 0;
  return (
    <section class="card" id="preflight" aria-labelledby="preflight-title" tabIndex={-1}>
      <h2 id="preflight-title">{preflight.title}</h2>
      <p class="quiet small">{left > 0 ? preflight.left(left) : preflight.allDone}</p>
      <ul class="checks">
        {checks.map(check => (
          <TickRow key={check} check={check} page={page} keys={keys} isDone={ticked.includes(check)}>
            <Text page={page} terms={terms} check={check} />
          </TickRow>
        ))}
      </ul>
      <h2>{preflight.inAws}</h2>
      {!inInstalments && <Step title={preflight.units} text={preflight.unitsText(unitsOf(terms))} />}
      <Step title={preflight.after} text={preflight.afterText} />
      <Step title={preflight.notFound} text={preflight.notFoundText} />
    </section>
  );
}

interface TickProps {
  check: Check;
  page: DealContext;
  keys: FormKeys;
  isDone: boolean;
  children: ComponentChildren;
}

/** A press ticks it, and one more takes the tick away. */
function TickRow({ check, page, keys, isDone, children }: TickProps) {
  const { preflight } = page.context.messages.offers;
  const id = `check-${check}`;
  return (
    <li class="checks__item">
      <Form action={`${page.links.path}/preflight`} keys={keys} name={id} class="checks__form unprinted">
        <input type="hidden" name="check" value={check} />
        <input type="hidden" name="done" value={isDone ? 'no' : 'yes'} />
        <button type="submit" class="checks__box" aria-pressed={isDone} aria-labelledby={id} />
      </Form>
      <div>
        <h3 id={id}>{preflight[check]}</h3>
        {children}
      </div>
    </li>
  );
}

function Text({ page, terms, check }: { page: DealContext; terms: Terms; check: Check }) {
  const { messages } = page.context;
  const { preflight } = messages.offers;
  if (check === 'privateMarketplace') return <p class="quiet">{preflight.privateMarketplaceText}</p>;
  if (check === 'account') {
    const accounts = terms.buyerAwsAccountIds.map(withHyphens);
    const text = accounts.length > 1 ? preflight.accountsText : preflight.accountText;
    return <p class="quiet">{text(accounts.join(', '))}</p>;
  }
  return (
    <>
      <p class="quiet">{preflight.permissionsText}</p>
      <details class="disclosure">
        <summary>{preflight.policy}</summary>
        <CopyText value={subscribePolicy} label={preflight.policy} messages={messages} />
      </details>
    </>
  );
}

function Step({ title, text }: { title: string; text: string }) {
  return (
    <div>
      <h3>{title}</h3>
      <p class="quiet">{text}</p>
    </div>
  );
}

/** The number first when there is only one thing to choose. */
function unitsOf({ dimensions }: Terms): string {
  const [only, ...rest] = dimensions;
  if (only && rest.length === 0) return String(only.units);
  return dimensions.map(({ label, units }) => `${label} = ${units}`).join(', ');
}
