import { randomUUID } from 'node:crypto';
import { reconcileWorkflow } from '../../../deal/contract/messages.ts';
import { letOutHeld } from '../../../shared/webhooks/deliver.ts';
import { arrivedBuyer, secret, someAddress, submit } from '../../api/accounts/customers.ts';
import { inquire, settled } from '../deals.ts';
import { eventually } from '../eventually.ts';
import { type Product, startProduct } from '../product.ts';
import { type Heard, reactions, startWebhookReceiver, webhookSecret } from './webhook-receiver.ts';

type Receiver = Awaited<ReturnType<typeof startWebhookReceiver>>;

/** A product with a chat and a receiver of entries, in which an hour is a second. */
export async function productWithReceivers() {
  const [receiver, chat] = [await startWebhookReceiver(), await startWebhookReceiver({ signed: false })];
  const product = await startProduct({
    OFFERDESK_TIME_SCALE: 3600,
    VERIFY_REMIND_HOURS: '1,3',
    STAFF_CHAT_URL: chat.url,
    TIMELINE_WEBHOOK_URL: receiver.url,
    TIMELINE_WEBHOOK_SECRET: webhookSecret,
    TIMELINE_WEBHOOK_RETRY_SECONDS: '1,1,2',
  });
  return {
    product,
    receiver,
    async stop() {
      await product.stop();
      receiver.stop();
      chat.stop();
    },
  };
}

/** The workflows beside the deals: each path plays one to its end and gives its id. */
export const sidePaths: Record<string, (product: Product, receiver: Receiver) => Promise<string>> = {
  'account-mail-reminded': product => accountMail(product),

  async 'account-mail-verified'(product) {
    return accountMail(product, async email => {
      const user = await product.db.users.findOne({ email }).lean();
      await product.deps.accounts.markEmailVerified(user?._id ?? '');
    });
  },

  async 'staff-chat'(product) {
    const dealId = await inquire(product);
    const row = await eventually(() => product.db.outbox.findOne({ dealId, channel: 'chat' }).lean());
    return over(product, `mail-${row.key}`);
  },

  async 'entries-told-again'(product, receiver) {
    receiver.reactWith(breakingOnce());
    const dealId = await inquire(product);
    const row = await eventually(() => product.db.webhookDeliveries.findOne({ dealId, attempts: 2 }).lean());
    return over(product, row.turn ?? '');
  },

  async 'held-entries-let-out'(product, receiver) {
    const dealId = await inquire(product);
    await settled(product, dealId);
    const delivered = async () =>
      (await product.db.webhookDeliveries.countDocuments({ dealId, state: 'delivered' })) > 1;
    await eventually(delivered);
    await product.db.webhookDeliveries.updateMany({ dealId }, { state: 'held' });
    receiver.reactWith(breakingOnce());
    const commandId = randomUUID();
    await letOutHeld(product.deps, { commandId, pausedAt: '2026-01-01T00:00:00.000Z' });
    return over(product, `tell-held-${commandId}`);
  },

  async reconcile({ deps }) {
    const { temporal, config } = deps;
    const workflowId = `reconcile-${randomUUID()}`;
    const taskQueue = config.TEMPORAL_TASK_QUEUE;
    await temporal.workflow.execute(reconcileWorkflow, { workflowId, taskQueue, args: [] });
    return workflowId;
  },
};

/** Somebody signs up, and is reminded until he has verified his address. */
async function accountMail(
  product: Product,
  then: (email: string) => Promise<void> = async () => {},
): Promise<string> {
  const email = someAddress();
  const buyer = await arrivedBuyer(product);
  await submit(buyer.who, buyer.at('register'), { accountName: 'Hana Sato', email, password: secret });
  const mail = { 'to.email': email, template: 'emailVerification' as const, state: 'sent' as const };
  const row = await eventually(() => product.db.outbox.findOne(mail).lean());
  await then(email);
  return over(product, `mail-${row.key}`);
}

async function over({ deps }: Product, workflowId: string): Promise<string> {
  await deps.temporal.workflow.getHandle(workflowId).result();
  return workflowId;
}

/** The first line of the next deal is not taken at first; those of deals before it may still come. */
function breakingOnce() {
  let met = 0;
  return ({ body }: Heard) =>
    body.type === 'timeline.inquiryReceived' && met++ === 0 ? reactions.breaks : reactions.takes;
}
