import type { ComponentChildren } from 'preact';
import type { EventOf, EventType } from '../../../../deal/events.ts';
import { kindIn, templateIn } from '../../../../deal/keys.ts';
import type { MailRequest, MailTemplate } from '../../../../deal/mails/mails.ts';
import type { Language } from '../../../../deal/people.ts';
import type { ReminderPolicy } from '../../../../deal/policy.ts';
import { formatDay } from '../../../../shared/i18n/format.ts';
import type { Messages } from '../../../../shared/i18n/messages.ts';
import { memoize } from '../../../../shared/memoize.ts';
import { CopyField } from '../../../ui/fields/copy-field.tsx';
import { momentOf } from '../../deadline-moment.ts';
import { type DeskContext, momentText } from '../../desk-context.ts';
import { numbersText } from '../../reminders/plan-fields.ts';
import { nameOf } from '../../staff.ts';
import { partText, totalText } from '../../terms/terms-text.ts';
import { DealLink } from '../facts/other-purchases.tsx';
import { NotKept } from '../not-kept.tsx';
import type { DealView } from '../view.ts';

const listsIn = memoize(
  (lang: Language) => new Intl.ListFormat(lang, { type: 'conjunction', style: 'narrow' }),
);

/** The reader, and the people whom a timeline may name. */
export type ThreadContext = DeskContext & Pick<DealView, 'colleagues'>;
type Details<T extends EventType> = (event: EventOf<T>, context: ThreadContext) => ComponentChildren;

/** What a timeline entry says beside its title. Facts that are not named here say it all in the title. */
const details: { [T in EventType]?: Details<T> } = {
  inquiryReceived: ({ inquiry }, context) => (
    <>
      <Said text={inquiry.message} />
      <NotKept files={inquiry.withoutAttachments} context={context} />
    </>
  ),
  purchaseOpened: ({ agreementId, from }, context) => (
    <>
      <Ids context={context} ids={{ agreementId }} />
      {from?.dealId && (
        <div>
          {context.messages.desk.deal.firstPurchase}
          {context.messages.ui.colon}
          <DealLink dealId={from.dealId} />
        </div>
      )}
    </>
  ),
  secondDealOpened: ({ agreementId, dealId }, context) => (
    <>
      <Ids context={context} ids={{ agreementId }} />
      <DealLink dealId={dealId} />
    </>
  ),
  proposeTerms: ({ terms, send }, context) =>
    [
      send && context.messages.proposal.desk.sent,
      terms.productTitle,
      totalText(terms, context),
      ...partText('durationMonths', { terms, reader: context }),
    ]
      .filter(Boolean)
      .join(' · '),
  sendProposal: ({ version }, { messages }) => messages.desk.deal.version(version),
  withdrawProposal: ({ reason }) => <Said text={reason} />,
  agreeToProposal: ({ version, name }, { messages }) => `${name} · ${messages.desk.deal.version(version)}`,
  markNegotiationDone: ({ version }, { messages }) => messages.desk.deal.version(version),
  approveOffer: ({ comment }) => comment && <Said text={comment} />,
  rejectOffer: ({ comment }) => <Said text={comment} />,
  extendOffer: ({ expiresOn }, { lang }) => formatDay(expiresOn, lang),
  withdrawOffer: ({ reason }) => <Said text={reason} />,
  askForChange: ({ message }) => <Said text={message} />,
  askForMoreTime: ({ message }) => <Said text={message} />,
  declineOffer: ({ reason }) => <Said text={reason} />,
  closeDeal: ({ reason }) => <Said text={reason} />,
  writeToBuyer: ({ text }) => <Said text={text} />,
  writeToStaff: ({ text, withoutAttachments }, context) => (
    <>
      <Said text={text} />
      <NotKept files={withoutAttachments} context={context} />
    </>
  ),
  addNote: ({ text }) => <Said text={text} />,
  agreementEvent: ({ status, agreementId, awsAccountId }, context) => (
    <Ids
      context={context}
      ids={{ agreementId, awsAccount: awsAccountId }}
      before={context.messages.events.aws.agreement[status] ?? status}
    />
  ),
  licenseEvent: ({ licenseArn, status }, context) => (
    <Ids
      context={context}
      ids={{ licenseArn }}
      before={context.messages.events.aws.license[status] ?? status}
    />
  ),
  offerEvent: ({ status, detail, offerId, changeSetId, expiresOn }, context) => (
    <Ids
      context={context}
      ids={{ offerId, changeSet: changeSetId }}
      before={[context.messages.events.aws.changeSet[status] ?? status, detail, expiresOn]
        .filter(Boolean)
        .join(' · ')}
    />
  ),
  awsNotice: ({ about, detail }, { messages }) =>
    [messages.mails.awsNotice.kinds[about].title, detail].filter(Boolean).join(' · '),
  buyerArrived: ({ registrationId, awsAccountId }, context) => (
    <Ids context={context} ids={{ awsAccount: awsAccountId, registrationId }} />
  ),
  linkOrganization: ({ organizationName, organizationId, user }, context) => (
    <Ids
      context={context}
      ids={{ organizationId }}
      before={`${organizationName} · ${user.name} <${user.email}>`}
    />
  ),
  moveLink: ({ organizationName, organizationId, user, reason }, context) => (
    <>
      <Ids
        context={context}
        ids={{ organizationId }}
        before={`${organizationName} · ${user.name} <${user.email}>`}
      />
      <Said text={reason} />
    </>
  ),
  endLink: ({ reason }) => <Said text={reason} />,
  organizationUnlinked: ({ organizationId }, context) => <Ids context={context} ids={{ organizationId }} />,
  organizationLinked: ({ organizationId }, context) => <Ids context={context} ids={{ organizationId }} />,
  productTold: ({ organizationId }, context) => <Ids context={context} ids={{ organizationId }} />,
  handOverSetUp: ({ to }) => `${to.name} <${to.email}>`,
  assignOwner: ({ owner }, { colleagues }) => nameOf(owner, colleagues),
  stopReminders: ({ email }) => email,
  resumeReminders: ({ email }) => email,
  tickCheck: ({ check, done }, { messages: { pageLinks, ui } }) =>
    done ? pageLinks.ticks.names[check] : ui.labelled(pageLinks.ticks.open, pageLinks.ticks.names[check]),
  renewPageLink: ({ email }) => email,
  withdrawPageLink: ({ email }) => email,
  changeContact: ({ role, person }, { messages }) => {
    const { named, roles } = messages.reminders;
    const language = messages.ui.languages[person.language];
    return (
      <>
        <div>{named({ name: `${person.name} <${person.email}>`, role: roles[role] })}</div>
        <div>{messages.desk.deal.writesIn({ language, timeZone: person.timeZone })}</div>
      </>
    );
  },
  changeReminders: ({ reminders }, { messages }) => <Numbers reminders={reminders} messages={messages} />,
  resendMail: ({ mail }, { messages }) => <MailText mail={mail} messages={messages} />,
  mailBounced: ({ mail, detail }, { messages }) => (
    <>
      <MailText mail={mail} messages={messages} />
      {detail && <p class="quote">{detail}</p>}
    </>
  ),
  sendReminderNow: ({ key }, context) => reminderText(key, context),
  skipReminder: ({ key }, context) => reminderText(key, context),
  takeBackReminder: ({ key }, context) => reminderText(key, context),
  retryStep: ({ step }) => step,
  markSolved: ({ step, reason }) => (
    <>
      {step}
      <Said text={reason} />
    </>
  ),
  changeSetStarted: ({ changeSetId }, context) => <Ids context={context} ids={{ changeSet: changeSetId }} />,
  changeSetSucceeded: ({ changeSetId, offerId }, context) => (
    <Ids context={context} ids={{ offerId, changeSet: changeSetId }} />
  ),
  agreementRead: ({ agreementId }, context) => <Ids context={context} ids={{ agreementId }} />,
  entitlementsRead: ({ entitlements }, { messages: { ui } }) =>
    entitlements.map(({ dimension, value }) => ui.labelled(dimension, value)).join(ui.comma),
  mailsSent: ({ keys }, { messages, lang }) =>
    listsIn(lang).format(keys.map(key => mailName(key, messages.desk.mails))),
  deadlinePassed: ({ deadline, late }, context) => (
    <>
      {context.messages.desk.deadlines[deadline.kind]} · {momentText(context, momentOf(deadline))}
      {late && <div>{context.messages.desk.lateNote}</div>}
    </>
  ),
  stepFailed: ({ stuck }, { messages }) => (
    <>
      {messages.deal.stuck[stuck.reason]}
      {stuck.detail && <p class="quote">{stuck.detail}</p>}
    </>
  ),
};

export function entryDetails<T extends EventType>(
  event: EventOf<T>,
  context: ThreadContext,
): ComponentChildren {
  const explain = details[event.type] as Details<T> | undefined;
  return explain?.(event, context);
}

/** The numbers that were changed, each with what it is. */
function Numbers({ reminders, messages }: { reminders: Partial<ReminderPolicy>; messages: Messages }) {
  const { fields, none } = messages.reminders.policy;
  const changed = Object.entries(reminders) as [keyof ReminderPolicy, number | number[]][];
  return (
    <>
      {changed.map(([key, value]) => (
        <div key={key}>{messages.ui.labelled(fields[key], numbersText(value) || none)}</div>
      ))}
    </>
  );
}

function MailText({ mail: { template, reader }, messages }: { mail: MailRequest; messages: Messages }) {
  const { approvers, roles } = messages.reminders;
  const others = { ...roles, approvers };
  const to = reader.to === 'person' ? `${reader.name} <${reader.email}>` : others[reader.to];
  return <div>{`${messages.desk.mails[template]} → ${to}`}</div>;
}

function Said({ text }: { text: string }) {
  return <p class="pre">{text}</p>;
}

type IdName =
  | 'agreementId'
  | 'awsAccount'
  | 'licenseArn'
  | 'offerId'
  | 'changeSet'
  | 'registrationId'
  | 'organizationId';

function Ids({
  context,
  ids,
  before,
}: {
  context: DeskContext;
  ids: { [N in IdName]?: string };
  before?: string;
}) {
  const { messages } = context;
  const known = Object.entries(ids) as [IdName, string | undefined][];
  return (
    <>
      {before && <div>{before}</div>}
      {known.map(
        ([name, value]) =>
          value && (
            <div key={name}>
              {messages.desk.deal[name]}
              {messages.ui.colon}
              <CopyField value={value} label={messages.desk.deal[name]} messages={messages} />
            </div>
          ),
      )}
    </>
  );
}

function reminderText(key: string, { messages }: DeskContext): string {
  const kind = kindIn(key);
  return kind ? messages.desk.deadlines[kind] : key;
}

function mailName(key: string, names: Record<MailTemplate, string>): string {
  const template = templateIn(key);
  return template ? names[template] : key;
}
