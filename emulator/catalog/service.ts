import { AwsError } from '../wire/errors.ts';
import { operation, type Service } from '../wire/operation.ts';
import { StartChangeSetRequest } from './change-request.ts';
import {
  ChangeSetRequest,
  cancelChangeSet,
  describeChangeSet,
  ListChangeSetsRequest,
  listChangeSets,
} from './change-sets.ts';
import {
  BatchDescribeEntitiesRequest,
  batchDescribeEntities,
  DescribeEntityRequest,
  describeEntity,
} from './entities.ts';
import { invalidRequest } from './errors.ts';
import { ListEntitiesRequest, listEntities } from './list-entities.ts';
import { startChangeSet } from './start.ts';

export const catalogService: Service = {
  name: 'catalog',
  target: 'AWSMPSeymour',
  signingName: 'aws-marketplace',
  contentType: 'application/json',
  operations: {
    StartChangeSet: operation(StartChangeSetRequest, startChangeSet),
    DescribeChangeSet: operation(ChangeSetRequest, describeChangeSet),
    ListChangeSets: operation(ListChangeSetsRequest, listChangeSets),
    CancelChangeSet: operation(ChangeSetRequest, cancelChangeSet),
    DescribeEntity: operation(DescribeEntityRequest, describeEntity),
    BatchDescribeEntities: operation(BatchDescribeEntitiesRequest, batchDescribeEntities),
    ListEntities: operation(ListEntitiesRequest, listEntities),
  },
  invalid: invalidRequest,
  throttled: new AwsError({ code: 'ThrottlingException', message: 'Too many requests.', status: 429 }),
  internal: new AwsError({
    code: 'InternalServiceException',
    message: 'There was an internal service exception.',
    status: 500,
  }),
};
