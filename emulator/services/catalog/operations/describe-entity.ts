import type { Marketplace } from '../../../engine/marketplace.ts';
import { AwsError } from '../../../wire/errors.ts';
import type { BatchDescribeEntitiesRequest, DescribeEntityRequest } from '../shapes.ts';
import { describe } from './entity.ts';

/** An offer or a product. @throws AwsError ResourceNotFoundException */
export function describeEntity(market: Marketplace, { entityId }: DescribeEntityRequest) {
  const description = describe(market, entityId);
  return { ...description, Details: JSON.stringify(description.DetailsDocument) };
}

/** What cannot be described is told beside the rest: the call as a whole succeeds. */
export function batchDescribeEntities(
  market: Marketplace,
  { EntityRequestList }: BatchDescribeEntitiesRequest,
) {
  const EntityDetails: Record<string, unknown> = {};
  const Errors: Record<string, unknown> = {};
  for (const { EntityId: id } of EntityRequestList) {
    try {
      EntityDetails[id] = describe(market, id);
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      Errors[id] = { ErrorCode: error.code, ErrorMessage: error.message };
    }
  }
  return { EntityDetails, Errors };
}
