import { operation, type Service } from '../../wire/operation.ts';
import { errors } from './errors.ts';
import { getEntitlements } from './operations/get-entitlements.ts';
import { GetEntitlementsRequest } from './shapes.ts';

export const entitlementService: Service = {
  name: 'entitlement',
  target: 'AWSMPEntitlementService',
  signingName: 'aws-marketplace',
  contentType: 'application/x-amz-json-1.1',
  operations: { GetEntitlements: operation(GetEntitlementsRequest, getEntitlements) },
  errors,
};
