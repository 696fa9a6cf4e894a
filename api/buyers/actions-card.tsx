import { longest } from '../../deal/contract/limits.ts';
import { signerOf } from '../../deal/deal.ts';
import { allowedCommands } from '../../deal/decider.ts';
import { Button, LinkButton } from '../ui/fields/button.tsx';
import { Field } from '../ui/fields/field.tsx';
import { Form, type FormKeys } from '../ui/fields/form.tsx';
import { type Ask, askNames, asks, type Draft, textField } from './asks.ts';
import type { DealContext } from './deal-context.ts';
import { forwardMail } from './forward.ts';
import { forwardProposal } from './proposal/forward-proposal.ts';

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
  const forward = forwardOf(page);
  if (possible.length === 0 && !forward) return null;
  return (
    <section class="card unprinted" aria-labelledby="actions">
      <h2 id="actions">{context.messages.offers.actions.title}</h2>
      <div>
        {forward && <Forward {...forward} />}
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

interface ForwardProps {
  href: string;
  title: string;
  text: string;
  button: string;
}

/** To whoever must accept in AWS, or before that to whoever decides. */
function forwardOf(page: DealContext): ForwardProps | undefined {
  const { offers, proposal } = page.context.messages;
  const { proposed, status } = page;
  const href = status === 'offered' ? forwardMail(page) : undefined;
  if (href) return { ...offers.forward, href };
  const { button } = offers.forward;
  return proposed?.state === 'open'
    ? { ...proposal.forward, button, href: forwardProposal(page, proposed) }
    : undefined;
}

function Forward({ href, title, text, button }: ForwardProps) {
  return (
    <details class="disclosure">
      <summary>{title}</summary>
      <div class="stack">
        <p>{text}</p>
        <div class="actions">
          <LinkButton kind="secondary" href={href}>
            {button}
          </LinkButton>
        </div>
      </div>
    </details>
  );
}

function AskForm({ ask, page, keys, draft }: ActionsProps & { ask: Ask }) {
  const { status, context } = page;
  const { messages } = context;
  const early = ask === 'ask-for-change' && status !== 'offered' ? messages.proposal.change : {};
  const words = { ...messages.offers.actions[ask], ...early };
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
