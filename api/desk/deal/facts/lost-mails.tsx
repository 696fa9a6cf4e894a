import type { ContactRole } from '../../../../deal/commands.ts';
import type { Deal } from '../../../../deal/deal.ts';
import { stepOf } from '../../../../deal/keys.ts';
import type { MailRequest } from '../../../../deal/mails/mails.ts';
import type { Stuck } from '../../../../deal/stuck.ts';
import { LinkButton } from '../../../ui/fields/button.tsx';
import { Lines } from '../outcome-alert.tsx';
import { readerText, roleWith } from '../people-of.ts';
import { type DealView, fieldName, formUrl } from '../view.ts';

/** What makes a deal stuck because somebody has not got a mail. */
export const aboutMails: readonly Stuck['reason'][] = ['mailNotSent', 'mailBounced'];

interface LostProps {
  view: DealView;
  stuck: Stuck;
}

/** The mails that wait at a step, with what the mail server said of them. */
export function LostMails({ view, stuck }: LostProps) {
  const { desk } = view.context.messages;
  const lines = waitingAt(stuck, view.deal).map(({ template, reader }) => {
    const address = reader.to === 'person' ? ` <${reader.email}>` : '';
    return `${desk.mails[template]} → ${readerText(reader, view)}${address}`;
  });
  return (
    <>
      <Lines lines={lines} />
      {stuck.detail && <p class="quote">{stuck.detail}</p>}
    </>
  );
}

/** The way to the form of the person whom a mail did not reach; nothing when it was for staff. */
export function CorrectAddress({ view, stuck, kind }: LostProps & { kind: 'primary' | 'secondary' }) {
  const { deal, context } = view;
  const role = roleToCorrect(stuck, deal);
  if (!role) return null;
  const form = { form: `changeContact${role}`, field: fieldName('changeContact', 'email', role) };
  return (
    <LinkButton kind={kind} href={formUrl(deal.dealId, form)}>
      {context.messages.reminders.contact.cure}
    </LinkButton>
  );
}

/** The way to the form that names another colleague, when a hand-over did not arrive. */
export function HandOverAgain({ view: { deal, context }, stuck }: LostProps) {
  if (!waitingAt(stuck, deal).some(({ template }) => template === 'handOver')) return null;
  const form = { form: 'handOverSetUp', field: fieldName('handOverSetUp', 'email') };
  return (
    <LinkButton kind="primary" href={formUrl(deal.dealId, form)}>
      {context.messages.reminders.handOver.again}
    </LinkButton>
  );
}

function roleToCorrect(stuck: Stuck, deal: Deal): ContactRole | undefined {
  const emails = waitingAt(stuck, deal).flatMap(({ reader }) => (reader.to === 'person' ? reader.email : []));
  return emails.map(email => roleWith(email, deal)).find(role => role !== undefined);
}

function waitingAt({ step }: Stuck, { mails }: Deal): MailRequest[] {
  return mails.filter(mail => step === stepOf(mail));
}
