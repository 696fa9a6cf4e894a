import type { Change } from '../../../engine/change-set.ts';
import { changeTypes } from '../../../offers/change-types.ts';
import { referenceOf, withoutRevision } from '../../../offers/references.ts';
import { type CatalogField, validationError } from '../errors.ts';
import type { RequestedChange } from '../shapes.ts';

const OFFER = 'Offer@1.0';

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

/** @throws AwsError ValidationException with the field that is wrong */
export function readChange(at: At): Change {
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
export function checkSet(changes: Change[]): void {
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
