import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { Worker, type WorkflowBundleOption } from '@temporalio/worker';
import {
  dealWorkflow,
  deliverEntriesWorkflow,
  deliverHeldWorkflow,
  mailWorkflow,
  reconcileWorkflow,
  staffChatWorkflow,
} from '../../deal/contract/messages.ts';
import { workflowBundle as bundled } from '../support/bundles.ts';
import { quietRuntime } from '../support/runtime.ts';

const folder = fileURLToPath(new URL('./histories/', import.meta.url));
const histories = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name =>
  name.endsWith('.json'),
);
const read = (name: string) => historyFromJSON(JSON.parse(readFileSync(`${folder}${name}`, 'utf8')));

quietRuntime();

describe('deals that are under way keep going with the code of today', () => {
  let workflowBundle: WorkflowBundleOption;
  beforeAll(async () => {
    workflowBundle = await bundled();
  });

  it('has histories of every workflow, and of every main path of a deal', () => {
    const types = histories.map(
      name => read(name).events?.[0]?.workflowExecutionStartedEventAttributes?.workflowType?.name ?? '',
    );
    expect(new Set(types)).toEqual(
      new Set([
        dealWorkflow,
        mailWorkflow,
        reconcileWorkflow,
        staffChatWorkflow,
        deliverEntriesWorkflow,
        deliverHeldWorkflow,
      ]),
    );
    expect(types.filter(type => type === dealWorkflow).length).toBeGreaterThanOrEqual(6);
  });

  it.each(histories)('replays %s', async name => {
    await Worker.runReplayHistory({ workflowBundle }, read(name));
  });

  it('notices a history that the code would not have made', async () => {
    const history = read(histories[0] ?? '');
    const timer = history.events?.find(event => event.timerStartedEventAttributes);
    const scheduled = history.events?.find(event => event.activityTaskScheduledEventAttributes);
    const attributes = scheduled?.activityTaskScheduledEventAttributes;
    expect(timer ?? attributes).toBeDefined();
    if (attributes?.activityType) attributes.activityType.name = 'somethingElse';
    await expect(Worker.runReplayHistory({ workflowBundle }, history)).rejects.toThrow(
      /[Nn]ondeterminism|TMPRL1100/,
    );
  });
});
