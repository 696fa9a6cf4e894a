import { Alert } from '../../ui/alert.tsx';
import { CopyField } from '../../ui/fields/copy-field.tsx';
import { Progress } from '../../ui/progress.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { OutcomeAlert } from '../deal/outcome-alert.tsx';
import { type DeskContext, momentText } from '../desk-context.ts';
import { DeskFrame } from '../desk-frame.tsx';
import { logUrl } from './filter.ts';
import { MailFrame } from './mail-frame.tsx';
import { MailDeal, MailReader, MailState } from './mail-parts.tsx';
import type { MailView } from './mail-view.ts';
import { isTroubled, templateText, troubleOf } from './mail-words.ts';
import { ResendCard } from './resend-card.tsx';
import { type LoggedMail, mailsUrl, mailUrl } from './view.ts';

interface Props {
  view: MailView;
}

/** One mail: what became of it, what it said, and sending it again. */
export function MailPage({ view }: Props) {
  const { context, mail, outcome } = view;
  const { mailLog } = context.messages;
  const title = templateText(context.messages, mail.template);
  return (
    <DeskFrame context={context} title={title} current="mails">
      <div class="stack stack--tight">
        <p>
          <a href={mailsUrl}>{mailLog.back}</a>
        </p>
        <div class="heading__title">
          <h1>{title}</h1>
          <MailState context={context} mail={mail} />
        </div>
        {mail.subject && <p class="lead">{mail.subject}</p>}
      </div>
      <OutcomeAlert context={context} outcome={outcome} url={mailUrl(mail.id)} />
      {outcome?.state === 'applied' && (
        <p>
          <a href={logUrl({ q: mail.dealId })}>{mailLog.ofDeal.all}</a>
        </p>
      )}
      <TroubleAlert view={view} />
      <Pending view={view} />
      <div class="columns">
        <Content view={view} />
        <div class="stack">
          <Headers view={view} />
          <ResendCard view={view} />
        </div>
      </div>
    </DeskFrame>
  );
}

function TroubleAlert({ view: { context, mail } }: Props) {
  const { mailLog } = context.messages;
  if (!isTroubled(mail)) return null;
  return (
    <Alert tone={mail.state === 'queued' ? 'warning' : 'danger'} title={mailLog.states[mail.state]}>
      <p>{mailLog.troubles[troubleOf(mail)]}</p>
      <p class="small">{mailLog.serverSays}</p>
      <p class="quote">{mail.lastError}</p>
    </Alert>
  );
}

function Pending({ view: { context, mail } }: Props) {
  const waits = mail.state === 'queued' || mail.state === 'sending';
  if (!waits) return null;
  return (
    <Progress messages={context.messages} id="on-its-way" url={mailUrl(mail.id)} running>
      <p>{context.messages.mailLog.pending}</p>
    </Progress>
  );
}

function Headers({ view: { context, mail, from, deal } }: Props) {
  const { messages } = context;
  const { mailLog, ui } = messages;
  const moment = (date?: Date) => date && momentText(context, date.toISOString());
  const messageId = mail.messageId && (
    <CopyField value={mail.messageId} label={mailLog.messageId} messages={messages} />
  );
  return (
    <section class="card" aria-label={mailLog.what}>
      <SummaryList
        items={[
          { label: mailLog.from, value: mail.channel !== 'chat' && from },
          { label: mailLog.to, value: <MailReader context={context} mail={mail} /> },
          { label: mailLog.subject, value: mail.subject ?? <span class="quiet">{mailLog.noSubject}</span> },
          { label: mailLog.language, value: ui.languages[mail.to.language] },
          {
            label: mailLog.deal,
            value: <MailDeal context={context} mail={mail} company={deal?.inquiry.company} />,
          },
          { label: mailLog.asked, value: moment(mail.createdAt) },
          { label: mailLog.sentAt, value: moment(mail.sentAt) },
          { label: mailLog.tries, value: String(mail.attempts) },
          { label: mailLog.messageId, value: messageId },
          {
            label: mailLog.serverSays,
            value: mail.lastError && !isTroubled(mail) && <span class="quote">{mail.lastError}</span>,
          },
        ]}
      />
    </section>
  );
}

/** What the mail said, as it was sent, as far as it was kept. */
function Content({ view: { context, mail } }: Props) {
  const { messages } = context;
  const { mailLog } = messages;
  const { subject = '', html, text } = mail.sample ?? mail;
  return (
    <section class="card" aria-labelledby="content">
      <h2 id="content">{mailLog.content}</h2>
      {!html && !text && <p class="quiet">{whyNothingKept(mail, messages)}</p>}
      {html && <MailFrame messages={messages} src={`${mailUrl(mail.id)}/content`} subject={subject} />}
      {html && <p class="quiet small">{mailLog.linksOff}</p>}
      {text && <PlainText title={mailLog.plainText} text={text} open={!html} />}
    </section>
  );
}

/** What readers without HTML see. */
export function PlainText({ title, text, open }: { title: string; text: string; open?: boolean }) {
  return (
    <details class="disclosure" open={open}>
      <summary>{title}</summary>
      <pre class="mail__text">{text}</pre>
    </details>
  );
}

function whyNothingKept(
  { dealId, state }: LoggedMail,
  { mailLog: { notKept } }: DeskContext['messages'],
): string {
  if (!dealId) return notKept.account;
  if (state === 'queued' || state === 'sending') return notKept.notWritten;
  return state === 'sent' || state === 'bounced' ? notKept.removed : notKept.neverSent;
}
