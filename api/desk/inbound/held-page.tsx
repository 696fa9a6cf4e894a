import type { InboundMailRecord } from '../../../shared/models/mail/inbound-mail.ts';
import { Alert } from '../../ui/alert.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Button } from '../../ui/fields/button.tsx';
import { Field } from '../../ui/fields/field.tsx';
import { Form } from '../../ui/fields/form.tsx';
import { type DeskContext, momentText } from '../desk-context.ts';
import { DeskFrame } from '../desk-frame.tsx';

export const heldUrl = '/desk/events/mails';

export interface HeldView {
  context: DeskContext;
  mails: InboundMailRecord[];
  done?: 'message' | 'inquiry' | 'dismissed';
  /** What was wrong with what was said of a mail, and the deal that was typed. */
  refused?: { id: string; problem: string; dealId?: string };
}

/** Mails that only a person can tell, newest first, each with what may become of it. */
export function HeldPage({ view: { context, mails, done, refused } }: { view: HeldView }) {
  const { heldMails: words, events } = context.messages;
  return (
    <DeskFrame context={context} title={words.title} current="unmatched">
      <div class="stack stack--tight">
        <a href="/desk/events">{events.back}</a>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
      </div>
      {done && <Alert tone="success" title={words.done[done]} />}
      {refused && <Alert tone="danger" title={refused.problem} />}
      {mails.length === 0 && (
        <div class="card">
          <EmptyState title={words.empty}>{words.emptyText}</EmptyState>
        </div>
      )}
      {mails.map(mail => (
        <HeldMail key={mail._id} context={context} mail={mail} refused={refused} />
      ))}
    </DeskFrame>
  );
}

interface HeldProps {
  context: DeskContext;
  mail: InboundMailRecord;
  refused?: HeldView['refused'];
}

function HeldMail({ context, mail, refused }: HeldProps) {
  const { messages, keys } = context;
  const { heldMails: words } = messages;
  const { _id: id, from, subject, text, reason, attachments = 0 } = mail;
  const typed = refused?.id === id ? refused.dealId : undefined;
  return (
    <section class="card" aria-label={subject || words.noSubject}>
      <h2>{subject || words.noSubject}</h2>
      <div class="facts-line">
        <span>{from.name ? `${from.name} <${from.email}>` : from.email}</span>
        <span>{momentText(context, mail.receivedAt.toISOString())}</span>
        {attachments > 0 && <span>{words.attachments(attachments)}</span>}
      </div>
      {reason && <p>{words.reasons[reason]}</p>}
      {text && <blockquote class="pre">{text}</blockquote>}
      <Form action={heldUrl} keys={keys} name={id}>
        <input type="hidden" name="id" value={id} />
        <Field
          messages={messages}
          name="dealId"
          label={words.dealId}
          value={typed ?? mail.dealId}
          width="medium"
          maxLength={64}
        />
        <div class="actions">
          <Button name="as" value="message">
            {words.toDeal}
          </Button>
          <Button kind="secondary" name="as" value="inquiry">
            {words.open}
          </Button>
          <Button kind="secondary" name="as" value="dismissed">
            {words.dismiss}
          </Button>
        </div>
      </Form>
    </section>
  );
}
