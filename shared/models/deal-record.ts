import { type Connection, Schema } from 'mongoose';
import { licenseKey } from '../../deal/acceptance/license-key.ts';
import { isOutsideOffer } from '../../deal/acceptance/purchase.ts';
import type { Deal } from '../../deal/deal.ts';
import type { Stage } from '../../deal/stages.ts';
import { dealWords } from '../search/deal-words.ts';
import { type DealFigures, figuresOf } from './deal-figures.ts';
import { type ListKeys, listIndexes, listKeysOf } from './deal-list.ts';
import { type DealRow, rowOf } from './deal-row.ts';
import { type TroubleKeys, troubleIndex, troubleKeysOf } from './desk/trouble-keys.ts';

/** The read model of one deal: the deal itself, and what lists and searches need of it. */
export interface DealRecord {
  _id: string;
  seq: number;
  stage: Stage;
  owner?: string;
  stuck: boolean;
  company: string;
  /** There is an agreement, and AWS has told of no license yet. */
  awaitsLicense?: true;
  updatedAt: Date;
  /** Ids by which AWS or a buyer can name this deal, exactly as they write them. */
  keys: string[];
  /** What finds this deal in the search box; see shared/search. */
  words: string[];
  /** What lists are narrowed to and sorted by. */
  list: ListKeys;
  /** What it is stuck for; absent while it goes on. */
  troubles?: TroubleKeys;
  /** All that a list shows of the deal. */
  row: DealRow;
  /** All that a report counts of it. */
  figures: DealFigures;
  deal: Deal;
  /** How long the history of the deal's workflow was when it wrote this. */
  historyLength?: number;
}

export function defineDealRecord(connection: Connection) {
  const schema = new Schema<DealRecord>(
    {
      _id: String,
      seq: { type: Number, required: true },
      stage: { type: String, required: true },
      owner: String,
      stuck: { type: Boolean, required: true },
      company: { type: String, required: true },
      awaitsLicense: Boolean,
      updatedAt: { type: Date, required: true },
      keys: [String],
      words: [String],
      list: { type: Schema.Types.Mixed, required: true },
      troubles: Schema.Types.Mixed,
      row: { type: Schema.Types.Mixed, required: true },
      figures: { type: Schema.Types.Mixed, required: true },
      deal: { type: Schema.Types.Mixed, required: true },
      historyLength: Number,
    },
    { collection: 'deals', versionKey: false, minimize: false },
  );
  for (const { keys, options } of listIndexes()) schema.index(keys, options);
  // What is searched for is read newest change first.
  schema.index({ 'list.updated': -1 });
  // What has been longest in a stage without a change, for the metrics.
  schema.index({ stage: 1, updatedAt: 1 });
  // The few that are stuck: counted, and looked through for those of the engine every few seconds.
  schema.index({ stuck: 1, 'deal.stuck.reason': 1 }, { partialFilterExpression: { stuck: true } });
  schema.index(troubleIndex);
  schema.index({ awaitsLicense: 1 }, { sparse: true });
  schema.index({ keys: 1 });
  // The desk's home: what is due first of each kind; and the sums of a stage, read from the index alone.
  schema.index({ 'row.needs.kind': 1, 'row.needs.due': 1 });
  schema.index({
    stage: 1,
    'row.total.currency': 1,
    'row.total.amount': 1,
    'row.stageSince': 1,
  });
  // Reports: of the deals opened in some months, and of what ends ahead.
  schema.index({ 'figures.openedAt': 1 });
  // Where and why deals end: a report reads no other.
  const ended = { partialFilterExpression: { 'figures.end.at': { $exists: true } } };
  schema.index({ 'figures.openedAt': 1, 'figures.end.at': -1 }, ended);
  schema.index({ 'figures.ahead.at': 1 }, { sparse: true });
  // Without the moment: words stay while a deal goes on, and so does what the index says of them.
  schema.index({ words: 1 });
  return connection.model<DealRecord>('Deal', schema);
}

/** The record of a deal as its workflow knows it. */
export function recordOf(deal: Deal): DealRecord {
  const keys = keysOf(deal);
  const row = rowOf(deal);
  const list = listKeysOf(row, deal.inquiry.contact.language);
  const troubles = troubleKeysOf(deal, { dealId: deal.dealId, worth: list.worth });
  return {
    _id: deal.dealId,
    seq: deal.seq,
    stage: deal.stage,
    stuck: deal.stuck.length > 0,
    company: deal.inquiry.company,
    updatedAt: new Date(deal.updatedAt),
    keys,
    words: dealWords(deal, keys),
    list,
    row,
    figures: figuresOf(deal),
    deal,
    ...(troubles && { troubles }),
    ...(awaitsLicense(deal) && { awaitsLicense: true }),
    ...(deal.owner && { owner: deal.owner }),
  };
}

const awaitsLicense = ({ agreement, license, closed }: Deal) =>
  agreement?.status === 'ACTIVE' && !license && !closed;

/** Ids by which AWS or a buyer can name a deal. */
export function keysOf(deal: Deal): string[] {
  const { agreement, license, registration, link } = deal;
  // By an offer that was made elsewhere, a public one perhaps, others buy as well.
  const made = isOutsideOffer(deal) ? [] : deal.offers;
  const offers = made.flatMap(offer => [offer.offerId, offer.changeSetId]);
  const ids = [
    deal.dealId,
    ...offers,
    ...deal.changeSetIds,
    agreement?.agreementId,
    ...deal.formerAgreements,
    license?.agreementId,
    registration?.registrationId,
    registration?.setupSessionId,
    link?.organizationId,
  ];
  const arns = [license?.licenseArn, registration?.licenseArn].filter(arn => arn !== undefined);
  return distinct([...ids, ...arns, ...arns.map(licenseKey)]);
}

function distinct(values: (string | undefined)[]): string[] {
  return [...new Set(values.filter((value): value is string => Boolean(value)))];
}
