import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePorts } from '../../local/addresses.ts';
import { type Stack, startStack } from '../../local/stack.ts';
import { lookAt, missingIn } from '../../local/story/expectations.ts';
import { existingAccount, newAccount, type Procedure } from '../../local/story/procedures.ts';
import { type Scene, sceneAt } from '../../local/story/scene.ts';
import { emptyDatabase } from '../support/servers/databases.ts';

/** Long enough for a dozen restarts of real processes on a busy machine. */
const patienceMs = 300_000;

describe('processes that are killed', () => {
  let dataDir: string;
  let stack: Stack;
  let scene: Scene;

  beforeAll(async () => {
    const name = `killed${randomUUID().slice(0, 8)}`;
    const mongodbUri = emptyDatabase();
    const env = { ...process.env, MONGODB_URI: mongodbUri, TEMPORAL_TASK_QUEUE: name };
    const ports = await freePorts();
    dataDir = await mkdtemp(join(tmpdir(), 'killed-'));
    stack = await startStack({ dataDir, ports, env });
    scene = { ...sceneAt(ports), mongodbUri, found: false, stop: () => stack.stop() };
  }, patienceMs);
  afterAll(async () => {
    await stack?.stop();
    await rm(dataDir, { recursive: true, force: true });
  }, patienceMs);

  /** One offer, one link, every mail once, no stage left out: what the story itself asks for. */
  async function complete({ outcome }: Procedure): Promise<void> {
    expect(missingIn(outcome, await lookAt(scene, outcome))).toEqual([]);
  }

  it(
    'between any two steps lose nothing of a deal',
    async () => {
      const procedure = newAccount(scene);
      for (const step of procedure.steps) {
        await step.play();
        await Promise.all([stack.worker.kill(), stack.api.kill()]);
        await Promise.all([stack.worker.start(), stack.api.start()]);
      }
      await complete(procedure);
    },
    patienceMs,
  );

  it(
    'in the middle of any step do nothing twice',
    async () => {
      const procedure = existingAccount(scene);
      for (const step of procedure.steps) {
        const played = step.play();
        await stack.worker.kill();
        await stack.worker.start();
        await played;
      }
      await complete(procedure);
    },
    patienceMs,
  );
});
