import { createHash } from 'node:crypto';
import type { Change, ChangeSet } from '../../../engine/change-set.ts';
import { newId } from '../../../engine/ids.ts';
import { type Marketplace, secondOf, settings } from '../../../engine/marketplace.ts';
import { referenceOf } from '../../../offers/references.ts';
import { notFound, validationError } from '../errors.ts';
import type { StartChangeSetRequest } from '../shapes.ts';
import { changeSetAnswer } from '../views.ts';
import { checkLocks } from './locks.ts';
import { checkSet, readChange } from './read-change.ts';

function checkEntities(market: Marketplace, changes: Change[]): void {
  const { offers, products, agreements } = market.state;
  for (const { changeType, entityId, details } of changes) {
    if (entityId && !referenceOf(entityId) && !offers[entityId])
      throw notFound(`Entity ${entityId} not found.`);
    if (changeType === 'CreateOffer' && !products[String(details.ProductId)]) {
      throw notFound(`Product ${details.ProductId} not found.`);
    }
    if (changeType === 'CreateReplacementOffer' && !agreements[String(details.AgreementId)]) {
      throw notFound(`Agreement ${details.AgreementId} not found.`);
    }
  }
}

const hashOf = (request: StartChangeSetRequest) =>
  createHash('sha256').update(JSON.stringify(request)).digest('hex');

/**
 * The same token with the same request gives the first change set again. AWS does not document what the same
 * token with another request gives: here it is refused.
 */
function knownByToken(market: Marketplace, token: string, requestHash: string): ChangeSet | undefined {
  const known = market.state.changeSets[market.state.changeSetTokens[token] ?? ''];
  if (known && known.requestHash !== requestHash) {
    throw validationError('ClientRequestToken was used before, with a different request.');
  }
  return known;
}

function takeFailure(market: Marketplace, changes: Change[]) {
  const { changeSetFailures } = market.state;
  const position = changeSetFailures.findIndex(
    ({ changeType }) => !changeType || changes.some(each => each.changeType === changeType),
  );
  return position < 0 ? undefined : changeSetFailures.splice(position, 1)[0];
}

function newChangeSet(market: Marketplace, request: StartChangeSetRequest, changes: Change[]): ChangeSet {
  const injectedFailure = takeFailure(market, changes);
  return {
    id: newId.changeSet(),
    ...(request.ChangeSetName && { name: request.ChangeSetName }),
    requestHash: hashOf(request),
    status: 'PREPARING',
    startTime: secondOf(market),
    changes,
    ...(injectedFailure && { injectedFailure }),
  };
}

/** @throws AwsError ValidationException, ResourceNotFoundException, ResourceInUseException, ServiceQuotaExceededException */
export function startChangeSet(market: Marketplace, request: StartChangeSetRequest) {
  const token = request.ClientRequestToken;
  const known = token && knownByToken(market, token, hashOf(request));
  if (known) return changeSetAnswer(market, known);
  if (request.Intent === 'VALIDATE') throw validationError('Intent VALIDATE is not available for offers.');
  const changes = request.ChangeSet.map((change, index) => readChange({ change, index }));
  checkSet(changes);
  checkEntities(market, changes);
  checkLocks(market, changes);
  const changeSet = newChangeSet(market, request, changes);
  market.state.changeSets[changeSet.id] = changeSet;
  if (token) market.state.changeSetTokens[token] = changeSet.id;
  market.schedule.add(
    { after: settings(market).changeSetDelay / 2 },
    { kind: 'prepareChangeSet', changeSetId: changeSet.id },
  );
  return changeSetAnswer(market, changeSet);
}
