import { isDeepStrictEqual } from 'node:util';
import type { Client as Temporal } from '@temporalio/client';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { dealWorkflow } from '../../deal/contract/messages.ts';
import type { Deal } from '../../deal/deal.ts';
import type { Database } from '../../shared/models/database.ts';
import { bundleWorkflows } from '../../worker/bundle.ts';
import { dealToldBy } from '../../worker/rebuild/retold.ts';
import { offersFor } from '../story/aws.ts';
import type { Client } from './client.ts';
import type { Life } from './life.ts';
import type { World } from './world.ts';

interface Evidence {
  world: World;
  client: Client;
  db: Database;
}

/** What is not as it must be of one deal, one sentence each. */
export async function faultsOf(life: Life, { world, client, db }: Evidence): Promise<string[]> {
  const { dealId, awsAccountId, end } = life;
  const record = await db.deals.findById(dealId).lean();
  const lines = await db.timeline.find({ dealId }).sort({ seq: 1 }).lean();
  const mails = await db.outbox.find({ dealId }).lean();
  const offers = await offersFor(world.urls.emulator, awsAccountId);
  if (!record) return [`${dealId} has no record`];
  const { deal } = record;
  const entries = lines.map(({ entry }) => entry);
  const isWhole = entries.every(({ seq }, index) => seq === index + 1);
  const commandIds = lines.flatMap(({ commandId }) => commandId ?? []);
  const agreementId = deal.agreement?.agreementId;
  const links = agreementId ? await db.billingLinks.find({ agreementId }).lean() : [];
  const found: [boolean, string][] = [
    [deal.stage === end, `ended as ${deal.stage}, not ${end}`],
    [deal.stuck.length === 0, `is stuck: ${JSON.stringify(deal.stuck)}`],
    [isWhole, 'has gaps in its timeline'],
    [new Set(commandIds).size === commandIds.length, 'has a command twice'],
    [
      !isWhole || isDeepStrictEqual(asJson(deal), asJson(dealToldBy(dealId, entries))),
      'has a record that its timeline does not tell',
    ],
    [offers.length === 1, `has ${offers.length} offers at AWS`],
    [end === 'lost' || links.length === 1, `has ${links.length} links`],
    [end !== 'ended' || !links[0]?.active, 'is over, and still linked'],
    [mails.every(({ state }) => ['sent', 'skipped'].includes(state)), `has mails that did not go out`],
  ];
  const lost = await lostSteps(life, { world, client });
  return [...found.filter(([holds]) => !holds).map(([, what]) => what), ...lost].map(
    what => `${dealId} ${what}`,
  );
}

/** The steps that were acknowledged and led to nothing. */
async function lostSteps(
  { dealId, acknowledged }: Life,
  { world, client }: Omit<Evidence, 'db'>,
): Promise<string[]> {
  const lost: string[] = [];
  for (const { role, key, step } of acknowledged) {
    const path = `/api/deals/${dealId}/commands/${key}`;
    const { status } = await client.ask(path, { token: world.tokens[role] });
    if (status !== 200) lost.push(`answered ${step} and has lost it (${status})`);
  }
  return lost;
}

const asJson = (deal: Deal): unknown => JSON.parse(JSON.stringify(deal));

interface Arrived {
  id: string;
  to: string[];
  subject: string;
}

/**
 * Mails that reached somebody twice. A process that dies after the mail server has taken a mail and before that is noted
 * sends it again under the same Message-ID, by which mail programs know it; under two names it must never come.
 */
export async function doubleMails({ urls }: World): Promise<{ again: number; twice: string[] }> {
  const get = async (path: string) => (await fetch(`${urls.mailbox}/api/mails${path}`)).json();
  const mails = (await get('?limit=1000')) as Arrived[];
  const twice: string[] = [];
  let again = 0;
  const alike = new Map<string, Arrived[]>();
  for (const mail of mails) {
    const what = `${mail.to}: ${mail.subject}`;
    alike.set(what, [...(alike.get(what) ?? []), mail]);
  }
  for (const [what, same] of alike) {
    if (same.length === 1) continue;
    const names = await Promise.all(same.map(async ({ id }) => messageIdOf(await get(`/${id}`))));
    again += same.length - new Set(names).size;
    if (new Set(names).size > 1) twice.push(`${what} came as ${new Set(names).size} mails`);
  }
  return { again, twice };
}

const messageIdOf = ({ headers }: { headers: { name: string; value: string }[] }) =>
  headers.find(({ name }) => name.toLowerCase() === 'message-id')?.value;

/** The histories that nobody could run again, of all that there are. */
export async function brokenHistories(temporal: Temporal): Promise<{ count: number; broken: string[] }> {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const workflowBundle = await bundleWorkflows();
  const histories = temporal.workflow.list({ query: `WorkflowType = '${dealWorkflow}'` }).intoHistories();
  let count = 0;
  const broken: string[] = [];
  for await (const { workflowId, error } of Worker.runReplayHistories({ workflowBundle }, histories)) {
    count += 1;
    if (error) broken.push(`${workflowId} cannot be run again: ${error.message}`);
  }
  return { count, broken };
}
