import { ActivityFailure, ApplicationFailure, proxyActivities, workflowInfo } from '@temporalio/workflow';
import type { AgreementActivities } from '../activities/aws/agreements.ts';
import type { CatalogActivities } from '../activities/aws/catalog.ts';
import type { EntitlementActivities } from '../activities/aws/entitlements.ts';
import type { MailActivities } from '../activities/mail/mail.ts';
import type { OpeningActivities } from '../activities/opening.ts';
import type { OrganizationActivities } from '../activities/organization.ts';
import type { ProductActivities } from '../activities/product.ts';
import { openingOf } from '../deal/acceptance/second-purchase.ts';
import { type AwsApi, awsQueue } from '../deal/contract/messages.ts';
import { type Deal, termsOf } from '../deal/deal.ts';
import type { SystemEvent } from '../deal/events.ts';
import type { StepName } from '../deal/keys.ts';
import type { Step, StepOf } from '../deal/steps.ts';
import { type NewlyStuck, trouble, troubleAt } from '../deal/stuck.ts';
import { linkFacts, productFacts } from './facts.ts';

/** Activities tell every three seconds that their worker lives (activities/heartbeat.ts). */
const heartbeatTimeout = '10s';
const patient = { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '1m' } as const;

// AWS allows few calls a second: its activities have their own task queues, where the workers keep to the limits.
const callsTo = (api: AwsApi) => {
  const taskQueue = awsQueue(workflowInfo().taskQueue, api);
  return { taskQueue, startToCloseTimeout: '45s', heartbeatTimeout } as const;
};
const catalog = () =>
  proxyActivities<CatalogActivities>({ ...callsTo('catalog'), scheduleToCloseTimeout: '1h', retry: patient });
const agreements = () =>
  proxyActivities<AgreementActivities>({
    ...callsTo('agreement'),
    scheduleToCloseTimeout: '1h',
    retry: patient,
  });
const entitlement = () =>
  proxyActivities<EntitlementActivities>({
    ...callsTo('entitlement'),
    scheduleToCloseTimeout: '2h',
    retry: patient,
  });
// A change set takes from a minute to an hour. Each look is one short attempt, and the pause between them costs no history.
const slowCatalog = () =>
  proxyActivities<CatalogActivities>({
    ...callsTo('catalog'),
    scheduleToCloseTimeout: '24h',
    retry: { initialInterval: '1s', backoffCoefficient: 1.3, maximumInterval: '1m' },
  });

const own = proxyActivities<OpeningActivities & OrganizationActivities>({
  startToCloseTimeout: '15s',
  heartbeatTimeout,
  scheduleToCloseTimeout: '24h',
  retry: patient,
});
const outside = proxyActivities<ProductActivities & MailActivities>({
  startToCloseTimeout: '2m',
  heartbeatTimeout,
  scheduleToCloseTimeout: '3d',
  retry: { ...patient, maximumInterval: '15m' },
});

type Runner<N extends StepName> = (
  step: StepOf<N>,
  deal: Deal,
  idempotencyKey: string,
) => Promise<SystemEvent[]>;

const runners: { [N in StepName]: Runner<N> } = {
  async startChangeSet({ changeSet }, deal) {
    const { terms } = termsOf(deal, changeSet.termsVersion);
    const changeSetId = await catalog().startChangeSet({ changeSet, terms, company: deal.inquiry.company });
    return [{ type: 'changeSetStarted', name: changeSet.name, changeSetId }];
  },

  async followChangeSet({ changeSet }) {
    const offerId = await slowCatalog().followChangeSet(changeSet);
    return [
      { type: 'changeSetSucceeded', name: changeSet.name, changeSetId: changeSet.changeSetId, offerId },
    ];
  },

  async openSecondDeal({ purchase }, deal) {
    const { agreementId } = purchase.notice;
    const dealId = await own.openPurchase({ opening: openingOf(deal, purchase) });
    return [{ type: 'secondDealOpened', agreementId, dealId }];
  },

  async readAgreement({ agreementId }) {
    return [
      { type: 'agreementRead', agreementId, accepted: await agreements().readAgreement({ agreementId }) },
    ];
  },

  async readEntitlements({ license }, { agreement, revision }) {
    const awsAccountId = agreement?.awsAccountId ?? '';
    const entitlements = await entitlement().readEntitlements({ license, awsAccountId });
    return [{ type: 'entitlementsRead', revision, entitlements }];
  },

  async linkOrganization(step, deal) {
    const { organizationId } = step.link;
    await own.linkOrganization(linkFacts(deal, step));
    return [{ type: 'organizationLinked', organizationId, revision: deal.revision }];
  },

  async unlinkOrganization({ link: { organizationId, revision } }, { dealId }) {
    await own.unlinkOrganization({ dealId, organizationId });
    return [{ type: 'organizationUnlinked', organizationId, revision }];
  },

  async tellProduct({ event, link, revision }, deal, idempotencyKey) {
    const facts = productFacts(deal, link);
    const { configured } = await outside.tellProduct({ event, facts, idempotencyKey });
    return [{ type: 'productTold', organizationId: link.organizationId, revision, configured }];
  },

  async sendMails({ key, mails }, deal) {
    const { failed } = await outside.sendMails({ dealId: deal.dealId, mails });
    const bad = failed.map(each => each.key);
    const sent = mails.map(mail => mail.key).filter(each => !bad.includes(each));
    const detail = failed.map(each => each.detail).join('; ');
    const reason = failed.some(each => each.badAddress) ? 'mailBounced' : 'mailNotSent';
    return [
      ...(sent.length > 0 ? [{ type: 'mailsSent' as const, keys: sent }] : []),
      ...(bad.length > 0
        ? [{ type: 'stepFailed' as const, stuck: trouble({ step: key, reason, detail }) }]
        : []),
    ];
  },
};

/**
 * Does one step and tells what became of it. Never throws: what a person must cure comes back as `stepFailed` with
 * AWS's, the mail server's or the product's own words.
 */
export async function runStep(step: Step, deal: Deal): Promise<SystemEvent[]> {
  try {
    const run = runners[step.name] as Runner<StepName>;
    return await run(step, deal, `${workflowInfo().workflowId}:${step.key}`);
  } catch (error) {
    return [{ type: 'stepFailed', stuck: stuckFrom(step, error) }];
  }
}

/** Activities name the reason as the type of their failure; everything else is told by the step that failed. */
function stuckFrom(step: Step, error: unknown): NewlyStuck {
  const cause = error instanceof ActivityFailure ? error.cause : error;
  const type = cause instanceof ApplicationFailure ? cause.type : undefined;
  return troubleAt(step, { type, detail: cause instanceof Error ? cause.message : String(cause) });
}
