import type { WorkflowExecuteInput, WorkflowInterceptors } from '@temporalio/workflow';

type Headers = WorkflowExecuteInput['headers'];

/** The header in which Temporal's OpenTelemetry interceptors hand a trace on. */
const traceHeader = '_tracer-data';

/**
 * What a workflow does is traced as part of what it heard last: the trace goes from its start or a signal to the activities
 * that follow, and from these to what follows from them. What time brings belongs to no trace. Where nothing is traced
 * there is no such header, and nothing happens here.
 */
export function interceptors(): WorkflowInterceptors {
  let told: Headers[string] | undefined;

  return {
    inbound: [
      {
        execute: (input, next) => next(listen(input)),
        handleSignal: (input, next) => next(listen(input)),
      },
    ],
    outbound: [
      {
        startTimer(input, next) {
          const rings = next(input);
          return told ? rings.then(() => hear(undefined)) : rings;
        },
        scheduleActivity(input, next) {
          const cause = told;
          const answers = next(handOn(input));
          return cause ? answers.finally(() => hear(cause)) : answers;
        },
        // It is short, and what was heard meanwhile is newer.
        scheduleLocalActivity: (input, next) => next(handOn(input)),
      },
    ],
  };

  function listen<T extends { headers: Headers }>(input: T): T {
    hear(input.headers[traceHeader]);
    return input;
  }

  function hear(trace: typeof told): void {
    told = trace;
  }

  function handOn<T extends { headers: Headers }>(input: T): T {
    return told ? { ...input, headers: { ...input.headers, [traceHeader]: told } } : input;
  }
}
