import { operation, type Service } from '../../wire/operation.ts';
import { errors } from './errors.ts';
import { batchMeterUsage } from './operations/batch-meter-usage.ts';
import { resolveCustomer } from './operations/resolve-customer.ts';
import { BatchMeterUsageRequest, ResolveCustomerRequest } from './shapes.ts';

export const meteringService: Service = {
  name: 'metering',
  target: 'AWSMPMeteringService',
  signingName: 'aws-marketplace',
  contentType: 'application/x-amz-json-1.1',
  operations: {
    ResolveCustomer: operation(ResolveCustomerRequest, resolveCustomer),
    BatchMeterUsage: operation(BatchMeterUsageRequest, batchMeterUsage),
  },
  errors,
};
