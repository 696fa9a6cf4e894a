import { longest } from '../../deal/contract/limits.ts';
import { signerOf } from '../../deal/deal.ts';
import { allowedCommands } from '../../deal/decider.ts';
import { Button, LinkButton } from '../ui/fields/button.tsx';
import { Field } from '../ui/fields/field.tsx';
import { Form, type FormKeys } from '../ui/fields/form.tsx';
import { type Ask, askNames, asks, type Draft, textField } from './asks.ts';
import type { DealContext } from './deal-context.ts';
import { forwardMail } from './forward.ts';

export interface ActionsProps {
  page: DealContext;
  keys: FormKeys;
  draft?: Draft;
}

/** Everything the buyer can ask for now. Nothing is shown that would only be refused. */
export function ActionsCard({ page, keys, draft }: ActionsProps) {
  const { deal, context, status } = page;
  const allowed = allowedCommands(deal, { kind: 'buyer', id: signerOf(deal).email });
  const possible = status === 'takingBack' ? [] : askNames.filter(ask => allowed.includes(asks[ask].type));
  const forward = status === 'offered' ? forwardMail(page) : undefined;
  if (possible.length === 0 && !forward) return null;
  return (
    <section class="card" aria-labelledby="actions">
      <h2 id="actions">{context.messages.offers.actions.title}</h2>
      <div>
        {forward && <Forward page={page} href={forward} />}
        {possible.map(ask => (
          <AskForm
            key={ask}
            ask={ask}
            page={page}
            keys={keys}
            draft={draft?.ask === ask ? draft : undefined}
          />
        ))}
      </div>
    </section>
  );
}

function Forward({ page, href }: { page: DealContext; href: string }) {
  const { forward } = page.context.messages.offers;
  return (
    <details class="disclosure">
      <summary>{forward.title}</summary>
      <div class="stack">
        <p>{forward.text}</p>
        <div class="actions">
          <LinkButton kind="secondary" href={href}>
            {forward.button}
          </LinkButton>
        </div>
      </div>
    </details>
  );
}

function AskForm({ ask, page, keys, draft }: ActionsProps & { ask: Ask }) {
  const { messages } = page.context;
  const words = messages.offers.actions[ask];
  // Sent again with the nonce that it had, it is still the same request.
  const kept = draft?.nonce ? { keys: { ...keys, nonce: draft.nonce } } : { keys, name: ask };
  return (
    <details class="disclosure" open={draft !== undefined}>
      <summary>{words.title}</summary>
      <Form action={`${page.links.path}/${ask}`} {...kept}>
        <Field
          messages={messages}
          name={textField(ask)}
          label={words.label}
          hint={words.hint}
          error={draft?.error}
          value={draft?.text}
          lines={4}
          required
          maxLength={longest.message}
        />
        <div class="actions">
          <Button kind={ask === 'decline-offer' ? 'danger' : 'primary'}>{words.button}</Button>
        </div>
      </Form>
    </details>
  );
}
