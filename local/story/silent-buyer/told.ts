import { currentOffer, type Deal } from '../../../deal/deal.ts';
import { deadlines } from '../../../deal/reminders/plan.ts';
import { businessTime, type Clock } from '../../../shared/clock.ts';
import { messagesIn } from '../../../shared/i18n/messages.ts';
import { hurry, setUpProduct, signInToAws, subscribe } from '../aws.ts';
import { type Buyer, buyerWith } from '../buyer.ts';
import { newCompany, password } from '../procedures.ts';
import { type Scene, startScene } from '../scene.ts';
import type { Received } from './deliveries.ts';
import { timeZone } from './log.ts';
import { reportOf } from './report.ts';
import { templateOf } from './titles.ts';
import { judge } from './verdict.ts';
import { watchDeal } from './watch.ts';

/** A day of business passes in two seconds. */
const defaultScale = '40000';
/** What lasts many days of business is waited for so long, and a minute. */
const patienceMs = 30 * 86_400_000;
/** In milliseconds of real time: a mail that has left cannot be called back. */
const underWayMs = 1500;

type Told = { scene: Scene & { clock: Clock }; buyer: Buyer; deal: ReturnType<typeof newDeal> };

/** Plays a deal whose buyer does nothing until the last reminder, each time. False when a mail was missing or too much. */
export async function tellSilentBuyer(env: NodeJS.ProcessEnv): Promise<boolean> {
  const OFFERDESK_TIME_SCALE = env.OFFERDESK_TIME_SCALE || defaultScale;
  const scene = await startScene({
    ...env,
    OFFERDESK_TIME_SCALE,
    REMINDERS: '{}',
    VENDOR_TIME_ZONE: timeZone,
  });
  try {
    const told = { scene, buyer: buyerWith({ ...scene, language: 'en' }), deal: newDeal() };
    const seconds = (86_400 / scene.clock.scale).toFixed(1);
    console.log(
      `Playing on ${scene.api}. A day passes in ${seconds} s, so what takes real time (a mail, AWS)`,
    );
    console.log(`arrives some hours after its moment. All times are those of ${timeZone}.`);
    return await tell(told);
  } finally {
    await scene.stop();
  }
}

function newDeal() {
  const { company, awsAccountId, address } = newCompany('Quiet Harbor');
  return {
    company,
    awsAccountId,
    contact: { name: 'Ken Mori', email: address('ken') },
    signer: { name: 'Yuki Tanaka', email: address('yuki') },
  };
}

async function tell(told: Told): Promise<boolean> {
  const { scene, deal } = told;
  const long = patienceMs / scene.clock.scale + 60_000;
  await hurry(scene.marketplace);
  heading(`${deal.contact.name} asks, and sales makes an offer to ${deal.signer.name}`);
  const dealId = await askAndOffer(told);
  const watch = watchDeal({ ...scene, dealId });
  await watch.until('the private offer', ({ stage }) => stage === 'offered');
  await signInToAws(told.buyer, { url: scene.marketplace, accountId: deal.awsAccountId });

  heading('Nobody answers, and the offer expires');
  await watch.until('the expiry', each => currentOffer(each)?.state === 'expired', long);
  heading('Sales extends the offer, and still nobody answers');
  await watch.until('the notice of it', ({ mails }) => mails.length === 0);
  await scene.sales.extendOffer(deal.company, dayAfter(scene, 8));
  await watch.until('the extension', each => currentOffer(each)?.state === 'released' && !each.changeSet);
  await watch.until('the last reminder of the offer', lastReminderIsSent, long);

  heading('After the last reminder the signer accepts, and does not set up the account');
  await subscribe(told.buyer, await told.buyer.offerLink(deal.signer.email));
  await watch.until('the acceptance', ({ agreement }) => agreement);
  await watch.until('the task to call the buyer', hasTask, long);

  heading('The signer comes at last, by the link of the reminder');
  await setUp(told);
  await watch.until('the confirmation', ({ stage, mails }) => stage === 'active' && mails.length === 0);

  const mailbox = watch.mails().flatMap(received);
  const verdict = judge({ history: watch.history(), mailbox, underWay: underWayMs * scene.clock.scale });
  console.log(reportOf(verdict));
  return verdict.problems.length === 0;
}

const heading = (words: string) => console.log(`\n${words}\n`);

const dayAfter = ({ clock }: Told['scene'], days: number) =>
  businessTime(clock, Date.now() + (days * 86_400_000) / clock.scale).slice(0, 10);

async function askAndOffer({ scene, buyer, deal }: Told): Promise<string> {
  const { company, awsAccountId, contact, signer } = deal;
  const message = 'We would like to pay for a year of Example Cloud through AWS.';
  const dealId = await buyer.inquire({ company, ...contact, message, awsAccountId, timeZone });
  await scene.sales.openInquiry(company);
  await scene.sales.proposeTerms({
    ...{ price: '12000.00', signer, insideOnly: true },
    offerExpiresOn: dayAfter(scene, 10),
  });
  await scene.sales.markNegotiationDone();
  return dealId;
}

function lastReminderIsSent(deal: Deal): boolean {
  if (currentOffer(deal)?.state === 'expired')
    throw new Error(
      'The offer expired before the signer could accept it. This machine is too slow for the time scale: ' +
        `try OFFERDESK_TIME_SCALE=${Number(defaultScale) / 2}.`,
    );
  return deal.mails.length === 0 && !deadlines(deal).some(({ kind }) => kind === 'offerExpiring');
}

const hasTask = ({ stuck, mails }: Deal) =>
  mails.length === 0 && stuck.some(({ reason }) => reason === 'buyerAbsent');

async function setUp({ scene, buyer, deal: { signer, company } }: Told): Promise<void> {
  const link = messagesIn(buyer.language).mails.setUpReminder.manage;
  await setUpProduct(buyer, await scene.mailbox.linkInMail({ to: signer.email, link }));
  await buyer.register({ ...signer, password });
  await buyer.verifyEmail(signer.email);
  await buyer.describeBusiness(company);
  await buyer.startWithNewOrganization(company);
  await buyer.openBilling();
}

/** A mail of the deal to each of its readers; mails about an account are no part of the plan. */
function received(mail: { to: string[]; subject: string; html: string; at: string }): Received[] {
  const template = templateOf(mail);
  return template ? mail.to.map(to => ({ to, template, subject: mail.subject, at: mail.at })) : [];
}
