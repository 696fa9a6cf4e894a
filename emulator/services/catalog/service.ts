import { AwsError } from '../../wire/errors.ts';
import { operation, type Service } from '../../wire/operation.ts';
import { invalidRequest } from './errors.ts';
import { StartChangeSetRequest } from './operations/change-request.ts';
import {
  ChangeSetRequest,
  cancelChangeSet,
  describeChangeSet,
  ListChangeSetsRequest,
  listChangeSets,
} from './operations/change-sets.ts';
import {
  BatchDescribeEntitiesRequest,
  batchDescribeEntities,
  DescribeEntityRequest,
  describeEntity,
} from './operations/describe-entities.ts';
import { ListEntitiesRequest, listEntities } from './operations/list-entities.ts';
import { startChangeSet } from './operations/start-change-set.ts';

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
