import type { Agreement } from '../engine/agreement.ts';
import type { Change, ChangeSet, Problem } from '../engine/change-set.ts';
import { dayOf } from '../engine/dates.ts';
import { newId } from '../engine/ids.ts';
import { type Marketplace, secondOf, settings } from '../engine/marketplace.ts';
import type { Offer } from '../engine/offer.ts';
import { publishChangeSetEnded, publishOfferReleased } from '../events/catalog.ts';
import { changeTypes } from './change-types.ts';
import { referenceOf } from './references.ts';
import { wholeOfferProblems } from './rules.ts';

type Evaluation = { offers: Map<Change, Offer>; problems: Map<Change, Problem[]> };

/** A replacement begins with the terms of the agreement and ends when that would. */
function termsToBeginWith(
  market: Marketplace,
  replaced: Agreement | undefined,
): Pick<Offer, 'pricingModel' | 'terms'> {
  const { pricingModel, terms = [] } = market.state.offers[replaced?.offerId ?? ''] ?? {};
  const others = terms.filter(each => each.Type !== 'ValidityTerm');
  const end = replaced?.endTime && {
    Type: 'ValidityTerm',
    AgreementEndDate: dayOf(new Date(replaced.endTime)),
  };
  return {
    ...(replaced && pricingModel && { pricingModel }),
    terms: replaced ? structuredClone([...others, ...(end ? [end] : [])]) : [],
  };
}

function newOffer(market: Marketplace, { changeType, details }: Change): Offer {
  const replaced = market.state.agreements[String(details.AgreementId)];
  const now = secondOf(market);
  return {
    id: newId.offer(),
    revision: 0,
    state: 'Draft',
    productId: changeType === 'CreateOffer' ? String(details.ProductId) : (replaced?.productId ?? ''),
    ...termsToBeginWith(market, replaced),
    createdDate: now,
    lastModifiedDate: now,
  };
}

const rank = ({ changeType }: Change) => Object.keys(changeTypes).indexOf(changeType);

/** Problems of one change; a released offer takes few changes, and must be sound as a whole after each. */
function applyChange(market: Marketplace, change: Change, offer: Offer): Problem[] {
  const type = changeTypes[change.changeType];
  const product = market.state.products[offer.productId];
  if (!type || !product) return [{ code: 'INCOMPATIBLE_PRODUCT', message: 'The product does not exist.' }];
  const released = offer.state === 'Released';
  if (released && !type.allowedAfterRelease && change.changeType !== 'ReleaseOffer') {
    const message = `${change.changeType} is not allowed after the offer is released. Create a new offer.`;
    return [{ code: type.refusedAfterRelease ?? 'INCOMPATIBLE_TERMS', message }];
  }
  const subject = { market, offer, product };
  const problems = type.apply(subject, structuredClone(change.details));
  return released && problems.length === 0 ? wholeOfferProblems(subject) : problems;
}

/** Works the changes on copies of their offers, in AWS's order. Nothing of the marketplace is changed. */
function evaluate(market: Marketplace, { changes }: ChangeSet): Evaluation {
  const copies = new Map<string, Offer>();
  const result: Evaluation = { offers: new Map(), problems: new Map() };
  const offerOf = (change: Change) => {
    const key = referenceOf(change.entityId) ?? change.entityId ?? change.changeName ?? newId.request();
    const existing = change.entityId && market.state.offers[change.entityId];
    const offer = copies.get(key) ?? (existing ? structuredClone(existing) : newOffer(market, change));
    copies.set(key, offer);
    return offer;
  };
  for (const change of [...changes].sort((a, b) => rank(a) - rank(b))) {
    const offer = offerOf(change);
    result.offers.set(change, offer);
    // A release is judged only when its parts are sound: one mistake is told once.
    const unsound = [...result.problems.values()].some(problems => problems.length > 0);
    const skipped = change.changeType === 'ReleaseOffer' && unsound;
    result.problems.set(change, skipped ? [] : applyChange(market, change, offer));
  }
  return result;
}

function end(
  market: Marketplace,
  changeSet: ChangeSet,
  outcome: Pick<ChangeSet, 'status' | 'failureCode' | 'failureDescription'>,
) {
  Object.assign(changeSet, outcome, { endTime: secondOf(market) });
  publishChangeSetEnded(market, changeSet);
}

const clientError = {
  status: 'FAILED',
  failureCode: 'CLIENT_ERROR',
  failureDescription: 'Changes failed. See the errors of each change.',
} as const;

const serverFault = {
  status: 'FAILED',
  failureCode: 'SERVER_FAULT',
  failureDescription: 'An internal fault occurred. Retry the request.',
} as const;

/** A failure that the control API planned. */
function failAsPlanned(market: Marketplace, changeSet: ChangeSet): boolean {
  const planned = changeSet.injectedFailure;
  if (!planned) return false;
  if (planned.code === 'SERVER_FAULT') {
    end(market, changeSet, serverFault);
    return true;
  }
  const { code, message, changeType } = planned;
  const change = changeSet.changes.find(each => each.changeType === changeType) ?? changeSet.changes[0];
  change?.errors.push({ code, message });
  end(market, changeSet, clientError);
  return true;
}

function failByProblems(market: Marketplace, changeSet: ChangeSet, { problems }: Evaluation): boolean {
  for (const [change, found] of problems) change.errors = found;
  if (changeSet.changes.every(change => change.errors.length === 0)) return false;
  end(market, changeSet, clientError);
  return true;
}

/** PREPARING → APPLYING, or FAILED when the changes are not sound. */
export function prepareChangeSet(market: Marketplace, id: string): void {
  const changeSet = market.state.changeSets[id];
  if (changeSet?.status !== 'PREPARING') return;
  if (failAsPlanned(market, changeSet) || failByProblems(market, changeSet, evaluate(market, changeSet)))
    return;
  changeSet.status = 'APPLYING';
  market.schedule.add(
    { after: settings(market).changeSetDelay / 2 },
    { kind: 'finishChangeSet', changeSetId: id },
  );
}

/** APPLYING → SUCCEEDED: all offers of the set get their new revision together. */
export function finishChangeSet(market: Marketplace, id: string): void {
  const changeSet = market.state.changeSets[id];
  if (changeSet?.status !== 'APPLYING') return;
  const evaluation = evaluate(market, changeSet);
  if (failByProblems(market, changeSet, evaluation)) return;
  for (const [change, offer] of evaluation.offers) change.entityId = offer.id;
  for (const offer of new Set(evaluation.offers.values())) {
    const before = market.state.offers[offer.id];
    market.state.offers[offer.id] = {
      ...offer,
      revision: offer.revision + 1,
      lastModifiedDate: secondOf(market),
    };
    if (offer.state === 'Released' && before?.state !== 'Released') publishOfferReleased(market, offer);
  }
  end(market, changeSet, { status: 'SUCCEEDED' });
}
