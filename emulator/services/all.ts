import type { Service } from '../wire/operation.ts';
import { agreementService } from './agreement/service.ts';
import { catalogService } from './catalog/service.ts';
import { entitlementService } from './entitlement/service.ts';
import { meteringService } from './metering/service.ts';
import { queueService } from './sqs/service.ts';

/** The services of AWS that answer here. */
export const services: Service[] = [
  meteringService,
  entitlementService,
  catalogService,
  agreementService,
  queueService,
];
