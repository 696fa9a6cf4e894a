import { setTimeout as sleep } from 'node:timers/promises';
import type { Marketplace } from '../engine/marketplace.ts';
import { AwsError } from './errors.ts';
import { faultError, takeFault } from './faults.ts';
import type { Service } from './operation.ts';
import { unknownOperation } from './protocols.ts';

export type Call = { market: Marketplace; service: Service; operation: string; input: unknown };

/** `drop` and `hang`: the caller gets no answer at all. */
export type Outcome = { output: unknown } | { error: AwsError } | { drop: true } | { hang: true };

async function work({ market, service, operation, input }: Call): Promise<unknown> {
  const known = Object.hasOwn(service.operations, operation) ? service.operations[operation] : undefined;
  if (!known) {
    throw unknownOperation(operation);
  }
  const problems = known.problems(input);
  if (problems.length > 0) throw service.errors.invalid(problems);
  return known.run(market, input);
}

/** Runs one API call with the planned faults. An unforeseen failure becomes the service's internal error. */
export async function perform(call: Call): Promise<Outcome> {
  const fault = takeFault(call.market, call.operation);
  if (fault?.kind === 'timeout') return { hang: true };
  if (fault?.kind === 'reset') return { drop: true };
  if (fault?.kind === 'throttle' || fault?.kind === 'error')
    return { error: faultError(fault, call.service) };
  if (fault?.kind === 'latency') await sleep(fault.delay ?? 1000);
  try {
    const output = await work(call);
    return fault?.kind === 'lostAnswer' ? { drop: true } : { output };
  } catch (error) {
    if (error instanceof AwsError) return { error };
    call.market.log({
      level: 'error',
      msg: 'operation failed',
      operation: call.operation,
      error: String(error),
    });
    return { error: call.service.errors.internal };
  }
}
