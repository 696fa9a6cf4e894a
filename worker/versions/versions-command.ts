import type { Versions, workerVersions } from './worker-versions.ts';

const usage = `npm run versions -- list
npm run versions -- current <build>          its workers take all deals; the build of before rolls back
npm run versions -- ramp <build> <percent>   its workers take this part of the deals
npm run versions -- none                     workers without WORKER_BUILD_ID take the deals

<build> is the WORKER_BUILD_ID of workers that run; one whose workers are just starting is waited for, a minute at most.
Temporal and the queue are those of TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE and TEMPORAL_TASK_QUEUE.
`;

/** The command `npm run versions`: whose workers take the deals. Gives what to print; throws what to do when nothing was done. */
export async function versionsCommand(
  [command, ...given]: string[],
  versions: ReturnType<typeof workerVersions>,
): Promise<string> {
  const [buildId = '', percent = ''] = given;
  const call = `${command} ${given.length}`;
  if (call === 'current 1') {
    await versions.makeCurrent(buildId);
  } else if (call === 'ramp 2') {
    await versions.ramp(buildId, percentFrom(percent));
  } else if (call === 'none 0') {
    await versions.useNone();
  } else if (call !== 'list 0') {
    throw new Error(usage);
  }
  return inWords(await versions.list());
}

function percentFrom(written: string): number {
  const percent = /^\d{1,3}$/.test(written) ? Number(written) : Number.NaN;
  if (percent <= 100) return percent;
  throw new Error(`${written} is no part of a hundred. Write a whole number from 0 to 100.`);
}

function inWords({ current, ramping, known }: Versions): string {
  return [
    `current: ${current ?? 'none; deals are taken by workers without WORKER_BUILD_ID'}`,
    ...(ramping ? [`ramping: ${ramping.buildId}, ${ramping.percent} %`] : []),
    `known: ${known.join(', ') || 'none'}`,
  ].join('\n');
}
