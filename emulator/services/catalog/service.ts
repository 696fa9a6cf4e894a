import { operation, type Service } from '../../wire/operation.ts';
import { errors } from './errors.ts';
import { cancelChangeSet, describeChangeSet } from './operations/describe-change-set.ts';
import { batchDescribeEntities, describeEntity } from './operations/describe-entity.ts';
import { listChangeSets } from './operations/list-change-sets.ts';
import { listEntities } from './operations/list-entities.ts';
import { startChangeSet } from './operations/start-change-set.ts';
import * as shapes from './shapes.ts';

export const catalogService: Service = {
  name: 'catalog',
  target: 'AWSMPSeymour',
  signingName: 'aws-marketplace',
  contentType: 'application/json',
  operations: {
    StartChangeSet: operation(shapes.StartChangeSetRequest, startChangeSet),
    DescribeChangeSet: operation(shapes.ChangeSetRequest, describeChangeSet),
    ListChangeSets: operation(shapes.ListChangeSetsRequest, listChangeSets),
    CancelChangeSet: operation(shapes.ChangeSetRequest, cancelChangeSet),
    DescribeEntity: operation(shapes.DescribeEntityRequest, describeEntity),
    BatchDescribeEntities: operation(shapes.BatchDescribeEntitiesRequest, batchDescribeEntities),
    ListEntities: operation(shapes.ListEntitiesRequest, listEntities),
  },
  rest: { DescribeChangeSet: 'GET', DescribeEntity: 'GET', CancelChangeSet: 'PATCH' },
  errors,
};
