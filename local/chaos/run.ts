import { Client, Connection } from '@temporalio/client';
import type { CommandBody } from '../../deal/commands.ts';
import { openDatabase } from '../../shared/models/database.ts';
import { signalDeal } from '../../shared/temporal/signal.ts';
import { waitFor } from '../story/wait.ts';
import type { Chosen } from './chosen.ts';
import { createClient } from './client.ts';
import { startClusterWorld } from './cluster-world.ts';
import { brokenHistories, doubleMails, faultsOf } from './invariants.ts';
import { type Life, live } from './life.ts';
import { startMischief } from './mischief.ts';
import { randomFrom } from './random.ts';
import { startWorld, type World } from './world.ts';

/** What a run of random deals through random trouble has shown. */
export interface Outcome {
  /** What does not hold, one sentence each; empty when all is well. */
  faults: string[];
  figures: Record<string, string | number>;
}

/** Plays the deals while processes die, then looks at what must hold. */
export async function runChaos(chosen: Chosen, env: NodeJS.ProcessEnv): Promise<Outcome> {
  const world = await (chosen.cluster ? startClusterWorld(env) : startWorld(env));
  try {
    return await runIn(world, chosen);
  } finally {
    await world.stop();
  }
}

async function runIn(
  world: World,
  { seed, minutes, deals, atOnce, freezeSeconds }: Chosen,
): Promise<Outcome> {
  const client = createClient(world.urls.api);
  const connection = Connection.lazy({ address: world.temporalAddress });
  const temporal = new Client({ connection });
  const mischief = startMischief(world, randomFrom(seed), freezeSeconds * 1000);
  const over = performance.now() + minutes * 60_000;
  const lives: Life[] = [];
  const failures: string[] = [];
  let begun = 0;

  async function liveOn(): Promise<void> {
    while (begun < deals && performance.now() < over) {
      begun += 1;
      const random = randomFrom(seed * 1_000_003 + begun);
      const choose = (dealId: string, choice: CommandBody) => chooseIn(temporal, dealId, choice);
      await live({ world, client, random, choose }).then(
        life => lives.push(life),
        error => failures.push(String(error)),
      );
    }
  }

  const playing = Promise.all(Array.from({ length: atOnce }, liveOn));
  await Promise.race([playing, untilOver(over)]);
  await mischief.stop();
  const calm = performance.now();
  await playing;
  const db = await openDatabase(world.mongodbUri);
  const unsettled = await settle(lives, db).then(
    () => [],
    error => [String(error)],
  );
  const recovery = performance.now() - calm;
  const found: string[] = [];
  for (const life of lives) found.push(...(await faultsOf(life, { world, client, db })));
  const mails = await doubleMails(world);
  const histories = await brokenHistories(temporal);
  await db.close();
  await connection.close();
  const { count, away, wrong, longestAway } = client.answers;
  return {
    faults: [
      ...failures,
      ...unsettled,
      ...found,
      ...mails.twice,
      ...histories.broken,
      ...wrong,
      ...mischief.lost,
    ],
    figures: {
      seed,
      deals: lives.length,
      'steps acknowledged': lives.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0),
      ...Object.fromEntries([...mischief.done].toSorted()),
      answers: count,
      'tries without an answer, or 503': away,
      'longest wait for an answer, s': seconds(longestAway),
      'from calm to settled, s': seconds(recovery),
      'histories run again': histories.count,
      'mails sent again under the same name': mails.again,
    },
  };
}

const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(1);

const untilOver = (over: number) =>
  new Promise(resolve => setTimeout(resolve, Math.max(0, over - performance.now())).unref());

/** The same command until Temporal has it. */
async function chooseIn(temporal: Client, dealId: string, choice: CommandBody): Promise<void> {
  const by = { kind: 'buyer', id: 'jiro' } as const;
  const command = { ...choice, commandId: `choice-${dealId}`, by, at: new Date().toISOString() };
  await waitFor(
    `the choice of ${dealId}`,
    () =>
      signalDeal(temporal, dealId, command).then(
        said => said === 'sent',
        () => false,
      ),
    { withinMs: 10 * 60_000, pauseMs: 300 },
  );
}

/** Until every deal is where it must end, and nothing is left to be sent. */
async function settle(lives: Life[], db: Awaited<ReturnType<typeof openDatabase>>): Promise<void> {
  for (const { dealId, end } of lives)
    await waitFor(
      `the end of ${dealId}`,
      async () => {
        const record = await db.deals.findById(dealId).lean();
        const links = record?.deal.link;
        const isTold = end !== 'ended' || links?.toldRevision === record?.deal.revision;
        return record?.stage === end && record.deal.mails.length === 0 && isTold;
      },
      { withinMs: 5 * 60_000, pauseMs: 500 },
    );
}
