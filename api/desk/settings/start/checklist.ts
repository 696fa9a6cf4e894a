import type { Product } from '../../../../deal/terms/products.ts';
import { defaultProducts } from '../../../../shared/config/products.ts';
import { type AwsTry, triedProcesses } from '../../../../shared/models/desk/aws-try.ts';
import type { Deps } from '../../../deps.ts';
import { valueNow } from '../values/desk-value.ts';

/** What a new installation needs before its first real offer, in the order in which it is best done. */
export const startPoints = ['staff', 'product', 'aws', 'event', 'mail', 'inbound', 'buyer'] as const;
export type StartPoint = (typeof startPoints)[number];

export interface Checklist {
  /** What is done, as the product sees it now. */
  done: Record<StartPoint, boolean>;
  /** What of a point that is not done is missing, where it may be one thing or another. */
  missing: { staff?: 'colleague' | 'approver'; product?: 'example' | 'price'; inbound?: 'place' | 'mail' };
  /** Of each process whose permissions were asked for. */
  awsTries: AwsTry[];
}

type Needs = Pick<Deps, 'db' | 'config'>;

/** AWS's ids of events are UUIDs; what was found by asking has ids of our own. */
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-/;

/** Looks at everything anew: nothing is ticked by hand. */
export async function readChecklist(deps: Needs): Promise<Checklist> {
  const { db } = deps;
  const [staff, product, awsTries, event, mail, inbound, buyer] = await Promise.all([
    missingStaff(deps),
    missingProduct(deps),
    db.awsTries.find().sort({ _id: 1 }).lean(),
    db.events.exists({ _id: uuid }),
    db.outbox.exists({ state: 'sent' }),
    missingInbound(deps),
    db.deals.exists({ stage: 'active' }),
  ]);
  const isAllowed = triedProcesses.every(process => awsTries.some(row => row._id === process && allows(row)));
  return {
    done: {
      staff: !staff,
      product: !product,
      aws: isAllowed,
      event: event !== null,
      mail: mail !== null,
      inbound: !inbound,
      buyer: buyer !== null,
    },
    missing: { ...(staff && { staff }), ...(product && { product }), ...(inbound && { inbound }) },
    awsTries,
  };
}

/** Whether a process has tried since it was asked. */
export const isAnswered = ({ askedAt, at }: AwsTry): boolean => at !== undefined && at >= askedAt;

const allows = (row: AwsTry): boolean =>
  isAnswered(row) && row.actions.every(({ state }) => state === 'allowed');

/** Nobody approves what he has asked for himself. */
async function missingStaff({ db }: Needs) {
  const [working, approver] = await Promise.all([
    db.staff.countDocuments({ active: true }),
    db.staff.exists({ roles: 'approver', active: true }),
  ]);
  if (working < 2) return 'colleague';
  return approver ? undefined : 'approver';
}

const hasPrice = ({ dimensions }: Product) =>
  dimensions.some(({ listPrices = {} }) => Object.keys(listPrices).length > 0);

async function missingProduct(deps: Needs) {
  const [products, kept] = await Promise.all([
    valueNow(deps, 'products'),
    deps.db.deskSettings.exists({ _id: 'products' }),
  ]);
  const isExample = !kept && JSON.stringify(products) === JSON.stringify(defaultProducts);
  if (isExample) return 'example';
  return products.every(hasPrice) ? undefined : 'price';
}

async function missingInbound({ db, config }: Needs) {
  const { SUPPORT_IMAP_URL, MAIL_INBOUND_SECRET, MAIL_INBOUND_SNS_TOPICS } = config;
  if (!SUPPORT_IMAP_URL && !MAIL_INBOUND_SECRET && MAIL_INBOUND_SNS_TOPICS.length === 0) return 'place';
  return (await db.inboundMails.exists({})) ? undefined : 'mail';
}

/** How many points are done. */
export const doneCount = ({ done }: Checklist): number => startPoints.filter(point => done[point]).length;
