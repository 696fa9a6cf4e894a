import { Connection } from '@temporalio/client';
import { every } from './every.ts';

/** How many tasks waited for a worker at one moment. */
export interface Sample {
  /** Epoch ms. */
  at: number;
  tasks: number;
}

const everyMs = 1000;
/** Of Temporal's API: tasks of workflows and of activities. */
const types = [1, 2];

/** Asks Temporal each second how many tasks of the queue wait. */
export async function watchBacklog({ address, taskQueue }: { address: string; taskQueue: string }) {
  const connection = await Connection.connect({ address });
  const samples: Sample[] = [];

  async function waiting(taskQueueType: number): Promise<number> {
    const { stats } = await connection.workflowService.describeTaskQueue({
      namespace: 'default',
      taskQueue: { name: taskQueue },
      taskQueueType,
      reportStats: true,
    });
    return Number(stats?.approximateBacklogCount ?? 0);
  }

  const stop = every(everyMs, async () => {
    const counts = await Promise.all(types.map(waiting));
    samples.push({ at: Date.now(), tasks: counts.reduce((sum, count) => sum + count, 0) });
  });
  return {
    async end(): Promise<Sample[]> {
      await stop();
      await connection.close();
      return samples;
    },
  };
}

const heights = '▁▂▃▄▅▆▇█';

/** The most that waited in each part of the time, as a line of bars; a part with nothing waiting is a dot. */
export function drawn(
  samples: Sample[],
  { from, until, parts }: { from: number; until: number; parts: number },
) {
  const length = (until - from) / parts;
  const most = Array.from({ length: parts }, (_, part) =>
    Math.max(
      0,
      ...samples.filter(({ at }) => Math.floor((at - from) / length) === part).map(({ tasks }) => tasks),
    ),
  );
  const top = Math.max(1, ...most);
  return most
    .map(each => (each === 0 ? '·' : heights[Math.ceil((each / top) * heights.length) - 1]))
    .join('');
}
