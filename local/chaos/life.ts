import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { CommandBody } from '../../deal/commands.ts';
import type { Deal } from '../../deal/deal.ts';
import type { StaffRole } from '../../deal/people.ts';
import type { RefusalCode } from '../../deal/refusals.ts';
import type { Stage } from '../../deal/stages.ts';
import type { Client } from './client.ts';
import { tell } from './mischief.ts';
import type { Random } from './random.ts';
import type { World } from './world.ts';

/** One deal: what was acknowledged to its people, and where it must end. */
export interface Life {
  dealId: string;
  awsAccountId: string;
  acknowledged: { role: StaffRole; key: string; step: string }[];
  end: Stage;
}

export interface Living {
  world: World;
  client: Client;
  random: Random;
  /** Sends the buyer's choice, which people make behind a sign-in, as the product itself signals it. */
  choose: (dealId: string, choice: CommandBody) => Promise<void>;
}

const patienceMs = 15 * 60_000;

/** A deal of one kind or another, from the inquiry to its end, by callers who ask until they are answered. */
export async function live({ world, client, random, choose }: Living): Promise<Life> {
  const awsAccountId = random.digits(12);
  const life: Life = {
    dealId: await inquire(client, awsAccountId),
    awsAccountId,
    acknowledged: [],
    end: 'active',
  };

  const deal = async () =>
    (await client.ask(`/api/deals/${life.dealId}`, { token: world.tokens.support })).body as Deal;
  async function until(what: string, holds: (deal: Deal) => unknown): Promise<Deal> {
    for (const began = performance.now(); performance.now() - began < patienceMs; await pause(500)) {
      const now = await deal();
      if (holds(now)) return now;
    }
    throw new Error(`${life.dealId}: ${what} did not come: ${JSON.stringify(await deal())}`);
  }
  async function step(role: StaffRole, name: string, body: object): Promise<void> {
    const path = `/api/deals/${life.dealId}`;
    const key = randomUUID();
    const token = world.tokens[role];
    let answer = await client.ask(`${path}/${name}`, { token, key, body });
    for (; answer.status === 202; await pause(500))
      answer = await client.ask(`${path}/commands/${key}`, { token });
    const { status, body: said } = answer;
    if (status === 409 && isTooEarly(said)) return pause(500).then(() => step(role, name, body));
    if (status >= 300)
      throw new Error(`${life.dealId}: ${name} was answered ${status} ${JSON.stringify(said)}`);
    life.acknowledged.push({ role, key, step: name });
  }
  const note = () => step('support', 'add-note', { text: `Seen ${random.digits(6)} times.` });
  const perhaps = async (probability: number, act: () => Promise<unknown>) => {
    if (random.chance(probability)) await act();
  };

  const needsApproval = random.chance(0.3);
  await until('the inquiry', ({ stage }) => stage === 'inquiry');
  await perhaps(0.5, note);
  await step('sales', 'propose-terms', { terms: termsFor(awsAccountId, needsApproval ? 48 : 12) });
  await step('sales', 'mark-negotiation-done', { version: 1 });
  if (needsApproval) await step('approver', 'approve-offer', { version: 1 });
  await perhaps(0.5, note);
  await until('the offer', ({ stage }) => stage === 'offered');

  await perhaps(0.3, async () => {
    await step('sales', 'extend-offer', { expiresOn: dayFromNow(40) });
    await until('the later end', ({ offers, changeSet }) => offers[0]?.extendedAt && !changeSet);
  });
  if (random.chance(0.2)) {
    await step('sales', 'close-deal', { reason: 'Bought elsewhere.' });
    life.end = 'lost';
    return life;
  }

  const offer = (await deal()).offers.findLast(({ state }) => state === 'released');
  const { id: agreementId } = (await tell(world, 'accept', {
    offerId: offer?.offerId,
    accountId: awsAccountId,
  })) as {
    id: string;
  };
  await perhaps(0.5, note);
  const { fields } = (await tell(world, 'registration-token', { agreementId })) as {
    fields: Record<string, string>;
  };
  await client.ask('/marketplace/register', { body: new URLSearchParams(fields) });
  await until('the arrival', ({ registration, agreement }) => registration && agreement);
  await choose(life.dealId, choiceOf(awsAccountId));
  await perhaps(0.5, note);
  await until('the end of the set-up', ({ stage }) => stage === 'active');

  await perhaps(0.2, async () => {
    await tell(world, 'end-agreement', { agreementId, status: 'CANCELLED' });
    life.end = 'ended';
  });
  return life;
}

const tooEarly: RefusalCode = 'changeSetRunning';

/**
 * The record may show what a turn has done before Temporal knows of it. When that turn is lost and decided anew, what somebody
 * has asked for meanwhile goes first, and finds AWS still at work.
 */
const isTooEarly = (said: unknown) =>
  typeof said === 'object' && said !== null && 'reason' in said && said.reason === tooEarly;

async function inquire(client: Client, awsAccountId: string): Promise<string> {
  const email = `hanako@${awsAccountId}.example`;
  const body = {
    company: `Company ${awsAccountId}`,
    ...{ name: 'Hanako Sato', email, language: 'ja', timeZone: 'Asia/Tokyo' },
    message: 'We would like a year of Example Cloud through AWS.',
    awsAccountId,
  };
  const { status, body: answer } = await client.ask('/api/inquiries', { key: randomUUID(), body });
  if (status >= 300) throw new Error(`the inquiry was answered ${status} ${JSON.stringify(answer)}`);
  return (answer as { dealId: string }).dealId;
}

const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

function termsFor(awsAccountId: string, durationMonths: number) {
  return {
    productId: 'prod-examplecloud01',
    productTitle: 'Example Cloud',
    dimensions: [{ key: 'committed_spend', label: 'Committed spend', price: '12000.00', units: 1 }],
    currency: 'USD',
    durationMonths,
    paymentSchedule: [],
    eula: { type: 'standard' },
    buyerAwsAccountIds: [awsAccountId],
    offerExpiresOn: dayFromNow(30),
    signer: { name: 'Taro', email: `taro@${awsAccountId}.example`, language: 'en', timeZone: 'Asia/Tokyo' },
  };
}

const choiceOf = (awsAccountId: string): CommandBody => ({
  type: 'linkOrganization',
  organizationId: `org-${awsAccountId}`,
  organizationName: `Company ${awsAccountId}`,
  user: {
    userId: `u-${awsAccountId}`,
    name: 'Jiro',
    email: `jiro@${awsAccountId}.example`,
    language: 'ja',
    timeZone: 'Asia/Tokyo',
  },
});
