import { Badge } from '../../ui/badge.tsx';
import { dealUrl } from '../deal/view.ts';
import type { DeskContext } from '../desk-context.ts';
import { isTroubled, tones, troubleOf } from './mail-words.ts';
import type { LoggedMail } from './view.ts';

interface Props {
  context: DeskContext;
  mail: LoggedMail;
}

/** Whether a mail has gone out. */
export function MailState({ context, mail: { state } }: Props) {
  return <Badge tone={tones[state]}>{context.messages.mailLog.states[state]}</Badge>;
}

/** Who gets a mail: a person at an address, or the team's chat. */
export function MailReader({ context, mail: { to, channel } }: Props) {
  const [name, at] = channel === 'chat' ? [context.messages.mailLog.chat, to.name] : [to.name, to.email];
  return (
    <div>
      {name}
      <div class="quiet small">{at}</div>
    </div>
  );
}

/** The deal that a mail is about, by its company. */
export function MailDeal({ context, mail, company }: Props & { company?: string }) {
  const { mailLog } = context.messages;
  if (mail.dealId) return <a href={dealUrl(mail.dealId)}>{company ?? mail.dealId}</a>;
  return <span class="quiet">{mail.sample ? mailLog.test : mailLog.account}</span>;
}

/** What keeps a mail from its reader, in our words and in the server's own. */
export function MailTrouble({ context, mail }: Props) {
  if (!isTroubled(mail)) return null;
  return (
    <div class="small">
      <div class={mail.state === 'queued' ? undefined : 'overdue'}>
        {context.messages.mailLog.troubles[troubleOf(mail)]}
      </div>
      <div class="quote quote--inline">{mail.lastError}</div>
    </div>
  );
}
