import { openingOf } from '../../../deal/acceptance/second-purchase.ts';
import type { Beginning, DealInput } from '../../../deal/contract/messages.ts';
import type { Inquiry } from '../../../deal/deal.ts';
import { commandIds } from '../../../deal/keys.ts';
import type { Actor } from '../../../deal/people.ts';
import { claimPurchase } from '../../../shared/marketplace/purchases/claims.ts';
import { termsOfAgreement } from '../../../shared/marketplace/purchases/terms-of-agreement.ts';
import { policyFrom } from '../../../shared/policy-from-config.ts';
import { dealIdFor, startDeal } from '../../../shared/temporal/start-deal.ts';
import type { Deps } from '../../deps.ts';
import { askPurchase, type Obstacle, type Purchase } from './ask-purchase.ts';

/** What a person says of a purchase that no deal knows. */
export interface PurchaseWords {
  agreementId: string;
  /** Who has bought, and why there is a deal for it. */
  inquiry: Inquiry;
  owner?: { email: string; timeZone: string };
  organizationHint?: string;
  /** False: the account is set up already, and its buyer is not reminded. */
  remind: boolean;
}

/** `recorded`: the desk shows it already. `taken`: the deal that has the agreement. */
export type OpenedPurchase = { dealId: string; recorded: boolean } | { taken: string } | Obstacle;

const patienceMs = 3000;

/** The deal that is opened for an agreement, whoever asks for it and how often. */
export const dealOfPurchase = (agreementId: string) => dealIdFor(commandIds.purchase(agreementId));

/** The deal that has an agreement; of one that was opened for it, also before it is recorded with it. */
export async function dealOfAgreement(
  { db }: Pick<Deps, 'db'>,
  agreementId: string,
): Promise<string | undefined> {
  const has = { $or: [{ keys: agreementId }, { _id: dealOfPurchase(agreementId) }] };
  return (await db.deals.findOne(has, { _id: 1 }).lean())?._id;
}

/**
 * Opens a deal for a purchase that no deal knows, as accepted and with what AWS tells of it. The same agreement again is the
 * same deal; one that another deal has, or is being told of at this moment, stays there.
 * Throws the Problems awsUnavailable and temporalUnavailable; the same can be asked for again then.
 */
export async function openPurchase(
  deps: Deps,
  { words, by }: { words: PurchaseWords; by: Actor },
): Promise<OpenedPurchase> {
  const { agreementId } = words;
  const dealId = dealOfPurchase(agreementId);
  if (await deps.db.deals.exists({ _id: dealId })) return { dealId, recorded: true };
  const purchase = await askPurchase(deps, agreementId);
  if ('problem' in purchase) return purchase;
  const taken = (await formerDealOf(deps, purchase)) ?? (await claimed(deps, { purchase, dealId, by }));
  if (taken) return { taken };
  const input = inputOf(deps, { purchase, words, dealId, by });
  await startDeal(deps.temporal, deps.config, input);
  const entry = await deps.timeline.entryOf({ dealId, commandId: input.commandId, patienceMs });
  return { dealId, recorded: entry !== undefined };
}

/** An open deal of the agreement that this one has renewed or replaced: it takes it as its successor. */
async function formerDealOf({ db }: Deps, { asked, notice }: Purchase): Promise<string | undefined> {
  const { initialAgreementId } = asked.agreement;
  if (!initialAgreementId || initialAgreementId === notice.agreementId) return undefined;
  const open = { keys: initialAgreementId, 'deal.closed': { $exists: false } };
  return (await db.deals.findOne(open, { _id: 1 }).lean())?._id;
}

function claimed(deps: Deps, { purchase, dealId, by }: { purchase: Purchase; dealId: string; by: Actor }) {
  const { notice, product, asked } = purchase;
  const { agreementId, awsAccountId } = notice;
  const at = deps.now();
  return claimPurchase(deps.db, {
    agreementId,
    awsAccountId,
    asked: {
      _id: commandIds.asked(agreementId),
      detailType: askedBy,
      keys: [agreementId],
      notice: { type: 'agreementEvent', ...notice },
      product: product.productId,
      state: 'waiting',
      handled: { by, at, dealId },
      occurredAt: new Date(at),
      receivedAt: new Date(),
      raw: JSON.parse(JSON.stringify(asked.agreement)),
    },
  });
}

const askedBy = 'DescribeAgreement';
const aws: Actor = { kind: 'aws', id: askedBy };

interface Opening {
  purchase: Purchase;
  words: PurchaseWords;
  dealId: string;
  by: Actor;
}

function inputOf({ config, now }: Deps, opening: Opening): DealInput {
  const { purchase, words, dealId, by } = opening;
  const { agreementId, inquiry } = words;
  const at = now();
  const told = {
    ...purchase.notice,
    type: 'agreementEvent',
    commandId: commandIds.asked(agreementId),
    by: aws,
    at,
  } as const;
  return {
    dealId,
    commandId: commandIds.purchase(agreementId),
    at,
    clock: config.clock,
    inquiry,
    policy: policyFrom(config, { at, timeZone: inquiry.contact.timeZone }),
    purchase: { told, by, from: beginningOf(opening, at) },
  };
}

/** What the buyer was offered here, where it was; else what he has accepted, as AWS tells it. */
function beginningOf({ purchase, words }: Opening, at: string): Beginning {
  const { owner, organizationHint, inquiry, remind } = words;
  const { email } = inquiry.contact;
  return {
    ...(offeredHere(purchase, at) ?? acceptedElsewhere(purchase, words, at)),
    ...(owner && { owner: owner.email, ownerTimeZone: owner.timeZone }),
    ...(organizationHint && { organizationHint }),
    remindersStopped: remind ? [] : [email.toLowerCase()],
  };
}

type Offered = Pick<Beginning, 'dealId' | 'terms' | 'offer' | 'signer'>;

function offeredHere({ notice, origin }: Purchase, at: string): Offered | undefined {
  if (!origin?.offers.some(({ offerId }) => offerId === notice.offerId)) return undefined;
  const sold = { notice, commandId: commandIds.asked(notice.agreementId), by: aws, at };
  const { dealId, terms, offer, signer } = openingOf(origin, sold).purchase.from;
  return { dealId, terms, offer, ...(signer && { signer }) };
}

function acceptedElsewhere(
  { asked, notice, product }: Purchase,
  { inquiry }: PurchaseWords,
  at: string,
): Offered {
  const terms = termsOfAgreement(asked, { product, signer: inquiry.contact });
  const { agreementId, offerId = agreementId, acceptedAt = at } = notice;
  return {
    terms: [{ version: 1, terms, proposedBy: aws, at }],
    offer: {
      offerId,
      termsVersion: 1,
      releasedAt: acceptedAt,
      expiresOn: terms.offerExpiresOn,
      state: 'accepted',
    },
  };
}
