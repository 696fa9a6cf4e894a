import type { Deal } from '../../deal/deal.ts';
import { dealDecider } from '../../deal/decider.ts';
import type { Entry } from '../../deal/events.ts';
import { openStages, type Stage } from '../../deal/stages.ts';
import { messagesIn } from '../../shared/i18n/messages.ts';
import { people } from '../people.ts';
import { offersFor } from './aws.ts';
import type { Page } from './browser.ts';
import { textsIn } from './html.ts';
import type { Mail } from './mails.ts';
import type { Outcome } from './procedures.ts';
import type { Scene } from './scene.ts';

/** What can be found of a deal once its procedure is over. */
export interface Found {
  deal: Deal;
  timeline: Entry[];
  /** By reader, oldest first. */
  mails: Map<string, Mail[]>;
  offers: { id: string; state: string }[];
}

export async function lookAt(scene: Scene, outcome: Outcome): Promise<Found> {
  const { sales, mailbox, marketplace } = scene;
  const { dealId, contact, signer, user, awsAccountId } = outcome;
  const staff = people.map(({ email }) => email);
  const mails = new Map<string, Mail[]>();
  for (const reader of [contact, signer, user]) mails.set(reader, await mailbox.mailsTo(reader));
  for (const reader of staff) mails.set(reader, await mailbox.mailsTo(reader, dealId));
  return {
    deal: await sales.deal(dealId),
    timeline: await sales.timeline(dealId),
    mails,
    offers: await offersFor(marketplace, awsAccountId),
  };
}

/** What is missing, or is there and should not be, in one sentence each. Nothing when all is well. */
export function missingIn(outcome: Outcome, found: Found): string[] {
  return [
    ...missingStages(outcome, found),
    ...missingMails(outcome, found.mails),
    ...missingLink(outcome, found.deal),
    ...(found.offers.length === 1 ? [] : [`AWS has ${found.offers.length} offers for this deal, not one`]),
    ...found.timeline
      .filter(entry => entry.outcome === 'refused')
      .map(({ event, refusal }) => `${event.type} was refused: ${refusal?.code}`),
  ];
}

function missingStages({ needsApproval }: Outcome, found: Found): string[] {
  const reached = stagesIn(found);
  const wanted = openStages.filter(stage => stage !== 'approving' || needsApproval);
  return wanted.join() === reached.join() ? [] : [`The stages are ${reached.join(', ')}`];
}

/** The stages that a timeline goes through, each once, in their order. */
function stagesIn({ timeline, deal: { dealId, openedAt, inquiry, policy } }: Found): Stage[] {
  const stages: Stage[] = [];
  timeline.reduce(
    (deal, entry) => {
      const next = dealDecider.evolve(deal, entry);
      if (stages.at(-1) !== next.stage) stages.push(next.stage);
      return next;
    },
    dealDecider.initial({ dealId, at: openedAt, inquiry, policy }),
  );
  return stages;
}

/** The headings of the mails that each reader must have, once each, and no others. */
function expectedMails({ language, contact, signer, user, ...outcome }: Outcome): [string, string][] {
  const buyers = messagesIn(language).mails;
  const { mails } = messagesIn('en');
  const emailOf = (role: string) => people.find(each => each.role === role)?.email ?? '';
  const approval: [string, string][] = [
    [emailOf('approver'), mails.approvalRequested.title],
    [emailOf('sales'), mails.approvalDecided.title.approved],
  ];
  return [
    [contact, buyers.inquiryReceived.title],
    ...[...new Set([contact, signer])].map((to): [string, string] => [to, buyers.proposal.title]),
    [emailOf('sales'), mails.proposalAgreed.title],
    [signer, buyers.offer.title],
    ...(contact === signer ? [] : [[contact, buyers.offerForContact.title] as [string, string]]),
    ...(outcome.registers ? [[user, buyers.emailVerification.title] as [string, string]] : []),
    ...[...new Set([user, signer])].map((to): [string, string] => [to, buyers.confirmation.title]),
    [emailOf('sales'), mails.inquiryNotice.title],
    ...(outcome.needsApproval ? approval : []),
    [emailOf('sales'), mails.accepted.title],
    [emailOf('sales'), mails.activatedNotice.title],
  ];
}

function missingMails(outcome: Outcome, mails: Found['mails']): string[] {
  const expected = expectedMails(outcome);
  return [...mails].flatMap(([reader, received]) => {
    const wanted = expected.filter(([to]) => to === reader).map(([, title]) => title);
    const titles = received.map(mail => textsIn(mail.html, 'h1')[0] ?? mail.subject);
    const all = new Set([...wanted, ...titles]);
    const count = (list: string[], title: string) => list.filter(each => each === title).length;
    return [...all]
      .filter(title => count(wanted, title) !== count(titles, title))
      .map(title => `${reader} has “${title}” ${count(titles, title)} times, not ${count(wanted, title)}`);
  });
}

function missingLink({ language, organization, awsAccountId, billing }: Outcome, deal: Deal): string[] {
  const { accounts } = messagesIn(language);
  const wanted = {
    'the organization': organization,
    'that AWS Marketplace bills it': accounts.billing.through,
    'the agreement': deal.agreement?.agreementId ?? 'an agreement',
    'the AWS account': awsAccountId,
  };
  return Object.entries(wanted)
    .filter(([, words]) => !shows(billing, words))
    .map(([what, words]) => `The billing page does not show ${what}: ${words}`);
}

const shows = (page: Page | undefined, words: string) => page?.text.includes(words) ?? false;
