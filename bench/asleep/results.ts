import type { Result } from '../benchmark.ts';
import { percentile, rounded } from '../statistics.ts';
import { drawn } from './backlog.ts';
import type { FailedTurn } from './histories.ts';
import type { Waking } from './waking.ts';

const minute = 60_000;
const shown = { reference: '', budget: '' };
const seconds = (ms: number) => `${rounded(ms / 1000)} s`;

/** What was seen; `late`: of each reminder, milliseconds after its moment. */
export function resultsOf(waking: Waking, late: number[]): Result[] {
  const { from, until, restartedAt, backAt, caughtUpAt, backlog, steps } = waking;
  const meanwhile = steps.filter(({ at, took }) => at + took > restartedAt && at < caughtUpAt);
  const rows = {
    'deals that had a reminder': `${late.length}`,
    'from the opening to the last reminder': seconds(until - from),
    'tasks that waited, in thirtieths of that time': drawn(backlog, { from, until, parts: 30 }),
    'tasks that waited, at the most': `${Math.max(...backlog.map(({ tasks }) => tasks))}`,
    'three workers stopped and ready again in': seconds(backAt - restartedAt),
    'few tasks waited again after another': seconds(caughtUpAt - backAt),
    'a reminder after its moment, p50': seconds(percentile(late, 50)),
    'a reminder after its moment, p99': seconds(percentile(late, 99)),
    'a step begun while workers were away or behind, the longest': seconds(
      Math.max(0, ...meanwhile.map(({ took }) => took)),
    ),
  };
  return Object.entries(rows).map(([what, ours]) => ({ what, ours, ...shown }));
}

/** What has a budget. `late`: of the reminders that were due once workers kept up. */
export function mustHold({
  steps,
  restartedAt,
  caughtUpAt,
  late,
  failed,
}: Waking & { late: number[]; failed: FailedTurn[] }): Result[] {
  const others = steps.filter(({ at, took }) => at + took < restartedAt || at > caughtUpAt);
  const step = percentile(
    others.map(({ took }) => took),
    99,
  );
  const latest = Math.max(0, ...late);
  return [
    { what: 'any other step, p99', ours: seconds(step), reference: '', budget: '≤ 1 s', holds: step <= 1000 },
    {
      what: 'a reminder due once workers keep up, the latest',
      ours: seconds(latest),
      reference: '',
      budget: '≤ 60 s',
      holds: latest <= minute,
    },
    {
      what: 'turns that failed',
      ours: [
        failed.length,
        ...failed.map(({ at, why }) => `${why}, ${seconds(at - restartedAt)} after the restart`),
      ].join(', '),
      reference: '',
      budget: '0',
      holds: failed.length === 0,
    },
  ];
}
