import { createHash } from 'node:crypto';
import Type, { type Static } from 'typebox';
import { catalogArn, newId } from '../ids.ts';
import { type Marketplace, settings, timestamp } from '../marketplace.ts';
import type { Change, ChangeSet } from '../state.ts';
import { changeTypes } from './change-types/all.ts';
import { type CatalogField, inUse, notFound, quotaExceeded, validationError } from './errors.ts';

const RequestedChange = Type.Object({
  ChangeType: Type.String({ minLength: 1, maxLength: 255, pattern: '^[A-Z][\\w]*$' }),
  ChangeName: Type.Optional(Type.String({ minLength: 1, maxLength: 72, pattern: '^[a-zA-Z]+$' })),
  Entity: Type.Object({
    Type: Type.String({ minLength: 1, maxLength: 255, pattern: '^[a-zA-Z]+@[0-9.]+$' }),
    Identifier: Type.Optional(Type.String({ minLength: 1, maxLength: 255, pattern: '^[\\w\\-@$.]+$' })),
  }),
  EntityTags: Type.Optional(Type.Array(Type.Unknown(), { minItems: 1, maxItems: 200 })),
  Details: Type.Optional(Type.String({ minLength: 2, maxLength: 16_384 })),
  DetailsDocument: Type.Optional(Type.Unknown()),
});
type RequestedChange = Static<typeof RequestedChange>;

export const StartChangeSetRequest = Type.Object({
  Catalog: Type.Literal('AWSMarketplace'),
  ChangeSet: Type.Array(RequestedChange, { minItems: 1, maxItems: 20 }),
  ChangeSetName: Type.Optional(Type.String({ minLength: 1, maxLength: 100, pattern: '^[\\w\\s+=.:@-]+$' })),
  ClientRequestToken: Type.Optional(Type.String({ minLength: 1, maxLength: 64, pattern: '^[!-~]+$' })),
  ChangeSetTags: Type.Optional(Type.Array(Type.Unknown(), { minItems: 1, maxItems: 200 })),
  Intent: Type.Optional(Type.Enum(['VALIDATE', 'APPLY'])),
});
type StartChangeSetRequest = Static<typeof StartChangeSetRequest>;

const OFFER = 'Offer@1.0';
const REFERENCE = /^\$([a-zA-Z]+)\.Entity\.Identifier$/;

/** An id may come with its revision, `offer-abc@2`. */
export const withoutRevision = (id: string) => id.split('@')[0] ?? id;

/** The change's name if the entity is one that this same change set makes. */
export const referenceOf = (entityId: string | undefined) => REFERENCE.exec(entityId ?? '')?.[1];

type At = { change: RequestedChange; index: number };

const refuse = (
  { change, index }: At,
  field: Pick<CatalogField, 'Reason' | 'Message'> & { Field?: string },
) => {
  const path = `ChangeSet.${index}${field.Field ? `.${field.Field}` : ''}`;
  return validationError(`${path}: ${field.Message}`, [
    {
      ...field,
      Field: path,
      ChangeType: change.ChangeType,
      EntityType: change.Entity.Type,
      ...(change.Entity.Identifier && { EntityId: change.Entity.Identifier }),
    },
  ]);
};

function readDetails(at: At): unknown {
  const { Details, DetailsDocument } = at.change;
  if ((Details === undefined) === (DetailsDocument === undefined)) {
    throw refuse(at, { Reason: 'Other', Message: 'Provide either Details or DetailsDocument.' });
  }
  if (Details === undefined) return DetailsDocument;
  try {
    return JSON.parse(Details) as unknown;
  } catch {
    throw refuse(at, { Reason: 'CannotParse', Field: 'Details', Message: 'Details is not JSON.' });
  }
}

function readChange(at: At): Change {
  const { ChangeType, ChangeName, Entity } = at.change;
  const type = Object.hasOwn(changeTypes, ChangeType) ? changeTypes[ChangeType] : undefined;
  if (!type || Entity.Type !== OFFER) {
    const Message = `${ChangeType} on ${Entity.Type} is not a change type that is emulated.`;
    throw refuse(at, { Reason: 'UnknownOperation', Field: 'ChangeType', Message });
  }
  const details = readDetails(at);
  const [wrong] = type.problems(details);
  if (wrong) {
    throw refuse(at, {
      Reason: 'FieldValidationFailed',
      Field: `Details.${wrong.field}`,
      Message: wrong.message,
    });
  }
  if (Boolean(Entity.Identifier) === Boolean(type.creates)) {
    const Message = type.creates
      ? 'A new entity has no identifier.'
      : 'Provide the identifier of the entity.';
    throw refuse(at, { Reason: 'FieldValidationFailed', Field: 'Entity.Identifier', Message });
  }
  return {
    changeType: ChangeType,
    ...(ChangeName && { changeName: ChangeName }),
    entityType: Entity.Type,
    ...(Entity.Identifier && { entityId: withoutRevision(Entity.Identifier) }),
    details: details as Record<string, unknown>,
    errors: [],
  };
}

/** The same change type twice on one entity is forbidden; so is a reference that leads nowhere. */
function checkSet(changes: Change[]): void {
  const seen = new Set<string>();
  const created = changes.filter(each => changeTypes[each.changeType]?.creates).map(each => each.changeName);
  for (const { changeType, entityId, changeName } of changes) {
    const key = `${changeType} ${entityId ?? `$${changeName}`}`;
    if (entityId && seen.has(key)) throw validationError(`${changeType} is given twice for ${entityId}.`);
    seen.add(key);
    const reference = referenceOf(entityId);
    if (reference && !created.includes(reference))
      throw validationError(`${entityId} refers to no change of this set.`);
  }
}

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

export const isOpen = ({ status }: ChangeSet) => status === 'PREPARING' || status === 'APPLYING';

const offersOf = (changes: Change[]) => {
  const made = changes.filter(each => !each.entityId).length;
  const named = changes.flatMap(each =>
    each.entityId && !referenceOf(each.entityId) ? [each.entityId] : [],
  );
  return { made, named: [...new Set(named)] };
};

/** While a set runs, its entities are locked. */
function checkLocks(market: Marketplace, changes: Change[]): void {
  const open = Object.values(market.state.changeSets).filter(isOpen);
  for (const id of offersOf(changes).named) {
    const holder = open.find(each => each.changes.some(change => change.entityId === id));
    if (holder)
      throw inUse(`Entity ${id} is locked by change set ${holder.id}. Try again when it has ended.`);
  }
  const count = (all: Change[]) => offersOf(all).made + offersOf(all).named.length;
  const busy = open.reduce((total, each) => total + count(each.changes), 0) + count(changes);
  const { concurrentOffers } = settings(market);
  if (busy > concurrentOffers) {
    throw quotaExceeded(`At most ${concurrentOffers} offers can be created or updated at the same time.`);
  }
}

const hashOf = (request: StartChangeSetRequest) =>
  createHash('sha256').update(JSON.stringify(request)).digest('hex');

/**
 * The same token with the same request gives the first change set again. AWS does not document what the same
 * token with another request gives: here it is refused.
 */
function knownByToken(market: Marketplace, token: string, requestHash: string): ChangeSet | undefined {
  const known = Object.values(market.state.changeSets).find(each => each.clientRequestToken === token);
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
    clientRequestToken: request.ClientRequestToken ?? newId.request(),
    requestHash: hashOf(request),
    status: 'PREPARING',
    startTime: timestamp(market),
    changes,
    ...(injectedFailure && { injectedFailure }),
  };
}

export const changeSetAnswer = (market: Marketplace, { id }: ChangeSet) => ({
  ChangeSetId: id,
  ChangeSetArn: catalogArn({ account: market.state.sellerAccountId, kind: 'ChangeSet', id }),
});

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
  market.schedule.add(
    { after: settings(market).changeSetDelay / 2 },
    { kind: 'prepareChangeSet', changeSetId: changeSet.id },
  );
  return changeSetAnswer(market, changeSet);
}
