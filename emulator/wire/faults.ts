import type { Marketplace } from '../engine/marketplace.ts';
import type { Fault } from '../engine/task.ts';
import { AwsError } from './errors.ts';
import type { Service } from './operation.ts';

/** Takes the next planned fault of an operation, if there is one; `*` hits every operation. */
export function takeFault(market: Marketplace, operation: string): Fault | undefined {
  const { faults } = market.state;
  const fault = faults.find(each => each.operation === operation || each.operation === '*');
  if (!fault) return undefined;
  fault.times -= 1;
  if (fault.times <= 0) faults.splice(faults.indexOf(fault), 1);
  return fault;
}

/** The error with which a service answers under a `throttle` or `error` fault. */
export function faultError(fault: Fault, service: Service): AwsError {
  if (fault.kind === 'throttle') return service.errors.throttled;
  if (!fault.code) return service.errors.internal;
  return new AwsError({
    code: fault.code,
    message: fault.message ?? `The control API asked for ${fault.code}.`,
    status: fault.status ?? 400,
  });
}
