import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client, WorkflowHandle } from '@temporalio/client';
import { like } from '../bare/payload.ts';
import type { Plan } from '../bare/workflows.ts';
import type { Milestones } from './milestones.ts';

interface Needs {
  client: Client;
  taskQueue: string;
  milestones: Milestones;
  plan: Plan;
  /** What a deal begins with. */
  input: unknown;
  pauseMs?: number;
}

/** Drives a bare workflow exactly as `playDeal` drives a deal. */
export async function playBare(needs: Needs): Promise<WorkflowHandle> {
  const { client, taskQueue, milestones, plan, input, pauseMs = 0 } = needs;
  const id = randomUUID();
  const offered = milestones.waitFor(id, 'offered');
  const active = milestones.waitFor(id, 'active');
  const body = like(input, plan.signalBytes);
  const args = [{ id, plan, input }];
  const handle = await client.workflow.start('bare', { workflowId: id, taskQueue, args });
  for (let sent = 0; sent < plan.signals; sent += 1) {
    if (sent === 2) await offered;
    await pause(pauseMs);
    await handle.signal('step', body);
  }
  await active;
  await pause(pauseMs);
  return handle;
}
