import { type ActivityInterceptorsFactory, DefaultLogger } from '@temporalio/worker';
import type { Logger } from 'pino';
import { dealIdOf } from '../deal/contract/messages.ts';
import { type About, logAbout } from '../shared/log.ts';

/** What an activity logs is about its deal. */
export const logActivity: ActivityInterceptorsFactory = ({ info }) => ({
  inbound: {
    execute(input, next) {
      const about = { ...ofDeal(info.workflowExecution?.workflowId), activity: info.activityType };
      return logAbout(about, () => next(input));
    },
  },
});

/** What the engine's SDK says, as the worker's other lines. The token of a task is nobody's business. */
export function engineLogger(log: Pick<Logger, 'warn' | 'error'>): DefaultLogger {
  return new DefaultLogger('WARN', ({ level, message, meta }) => {
    const { error, taskToken: _token, workflowId, ...facts } = meta ?? {};
    const line = { ...facts, workflowId, ...ofDeal(workflowId), ...(error ? { err: error } : {}) };
    log[level === 'ERROR' ? 'error' : 'warn'](line, message);
  });
}

/** Nothing for a workflow beside the deals. */
function ofDeal(workflowId: unknown): About {
  if (typeof workflowId !== 'string') return {};
  const dealId = dealIdOf(workflowId);
  return dealId === workflowId ? {} : { dealId };
}
