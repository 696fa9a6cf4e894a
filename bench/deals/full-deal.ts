import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client, WorkflowHandle } from '@temporalio/client';
import { dealInput } from '../../api/service/open.ts';
import type { CommandBody } from '../../deal/commands.ts';
import { dealWorkflow, dealWorkflowId } from '../../deal/contract/messages.ts';
import { system } from '../../deal/people.ts';
import type { Config } from '../../shared/config.ts';
import { sampleInquiry, sampleTerms } from '../../test/support/samples.ts';
import { type ActorName, actors, agreement, arrival, choice, license } from '../../test/support/story.ts';
import { offerIdOf } from './activities.ts';
import type { Milestones } from './milestones.ts';

interface Needs {
  client: Client;
  config: Config;
  milestones: Milestones;
  /** Real milliseconds between two signals, in which a deal settles; none for a deal under load. */
  pauseMs?: number;
}

/** Plays one deal from inquiry to confirmation, with the signals that people and AWS send. */
export async function playDeal({ client, config, milestones, pauseMs = 0 }: Needs): Promise<WorkflowHandle> {
  const dealId = randomUUID().replaceAll('-', '').slice(0, 12);
  const offered = milestones.waitFor(dealId, 'offered');
  const active = milestones.waitFor(dealId, 'active');
  const handle = await open({ client, config }, dealId);
  const send = async (by: ActorName, body: CommandBody) => {
    await pause(pauseMs);
    const actor = actors[by] ?? system;
    const payload = { ...body, commandId: randomUUID(), by: actor, at: new Date().toISOString() };
    await handle.signal(body.type, payload);
  };
  await send('sales', { type: 'proposeTerms', terms: sampleTerms(Date.now()) });
  await send('sales', { type: 'markNegotiationDone', version: 1 });
  await offered;
  for (const [by, body] of afterOffer(dealId)) await send(by, body);
  await active;
  await pause(pauseMs);
  return handle;
}

function open({ client, config }: Pick<Needs, 'client' | 'config'>, dealId: string): Promise<WorkflowHandle> {
  const opened = { dealId, commandId: randomUUID(), inquiry: sampleInquiry(), at: new Date().toISOString() };
  return client.workflow.start(dealWorkflow, {
    workflowId: dealWorkflowId(dealId),
    taskQueue: config.TEMPORAL_TASK_QUEUE,
    args: [dealInput(config, opened)],
  });
}

/** AWS's news and the buyer's steps. Ids are the deal's own, so that no deal waits for another's event. */
function afterOffer(dealId: string): [ActorName, CommandBody][] {
  const name = `deal-${dealId}-v1-create-1`;
  const agreementId = `agmt-${dealId}`;
  const licenseArn = `${license.licenseArn}-${dealId}`;
  const offerId = offerIdOf(name);
  return [
    ['aws', { type: 'offerEvent', offerId, status: 'SUCCEEDED', changeSetId: `cs-${name}` }],
    ['aws', { ...agreement, agreementId, offerId }],
    ['aws', { ...license, agreementId, licenseArn }],
    ['buyer', { ...arrival, registrationId: `r-${dealId}`, setupSessionId: `s-${dealId}`, licenseArn }],
    ['buyer', { ...choice, organizationId: `o-${dealId}` }],
  ];
}
