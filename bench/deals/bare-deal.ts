import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client, WorkflowHandle } from '@temporalio/client';
import type { Plan } from '../bare/workflows.ts';
import type { Milestones } from './milestones.ts';

interface Needs {
  client: Client;
  taskQueue: string;
  milestones: Milestones;
  plan: Plan;
  pauseMs?: number;
}

/** Drives a bare workflow exactly as `playDeal` drives a deal. */
export async function playBare(needs: Needs): Promise<WorkflowHandle> {
  const { client, taskQueue, milestones, plan, pauseMs = 0 } = needs;
  const id = randomUUID();
  const offered = milestones.waitFor(id, 'offered');
  const active = milestones.waitFor(id, 'active');
  const handle = await client.workflow.start('bare', { workflowId: id, taskQueue, args: [{ id, plan }] });
  for (let sent = 0; sent < plan.signals; sent += 1) {
    if (sent === 2) await offered;
    await pause(pauseMs);
    await handle.signal('step');
  }
  await active;
  await pause(pauseMs);
  return handle;
}
