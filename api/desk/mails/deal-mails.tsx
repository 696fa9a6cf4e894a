import { Countdown } from '../../ui/countdown.tsx';
import type { DeskContext } from '../desk-context.ts';
import { logUrl } from './filter.ts';
import { MailState, MailTrouble } from './mail-parts.tsx';
import { templateText } from './mail-words.ts';
import { type LoggedMail, mailUrl } from './view.ts';

const mostShown = 10;

interface Props {
  context: DeskContext;
  dealId: string;
  /** Newest first. */
  mails: readonly LoggedMail[];
}

/** The newest mails about a deal and whether they went out, for the deal's own page. */
export function DealMails({ context, dealId, mails }: Props) {
  const { ofDeal } = context.messages.mailLog;
  return (
    <details class="card card--fold" data-fold="mails">
      <summary>
        <h2>{ofDeal.title}</h2>
        <span class="quiet">{mails.length > mostShown ? `${mostShown}+` : mails.length}</span>
      </summary>
      {mails.length === 0 && <p class="quiet">{ofDeal.none}</p>}
      {mails.length > 0 && (
        <ul class="rows">
          {mails.slice(0, mostShown).map(mail => (
            <DealMail key={mail.id} context={context} mail={mail} />
          ))}
        </ul>
      )}
      {mails.length > mostShown && <a href={logUrl({ q: dealId })}>{ofDeal.all}</a>}
    </details>
  );
}

function DealMail({ context, mail }: { context: DeskContext; mail: LoggedMail }) {
  const { messages, now, lang } = context;
  const reader = mail.channel === 'chat' ? messages.mailLog.chat : mail.to.email;
  const at = (mail.sentAt ?? mail.createdAt).toISOString();
  return (
    <li class="rows__item">
      <div class="heading heading--row">
        <a class="row-link" href={mailUrl(mail.id)}>
          {templateText(messages, mail.template)}
        </a>
        <MailState context={context} mail={mail} />
      </div>
      <div class="quiet small">
        {reader} · <Countdown until={at} now={now} lang={lang} />
      </div>
      <MailTrouble context={context} mail={mail} />
    </li>
  );
}
