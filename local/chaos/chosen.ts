import { parseArgs } from 'node:util';
import { StartError } from '../start-error.ts';

export const help = `npm run chaos -- [--seed 1] [--minutes 10] [--deals 40] [--at-once 6] [--freeze 60] [--cluster]
  Random deals through random kills, freezes and faults of every process, on a stack of its
  own, and then a look at everything that must hold. --freeze: the longest, in seconds. Where
  it may mount a small disk for its data, as root on Linux, that is full at times, too.
  --cluster: as on many machines, with Temporal's services on PostgreSQL, three members of
  MongoDB, two apis and three workers. Needs PostgreSQL, and Go to build Temporal once.

It ends with 0 only if everything holds.`;

export interface Chosen {
  seed: number;
  minutes: number;
  deals: number;
  atOnce: number;
  freezeSeconds: number;
  cluster: boolean;
}

const text = { type: 'string' } as const;
const options = {
  seed: text,
  minutes: text,
  deals: text,
  'at-once': text,
  freeze: text,
  cluster: { type: 'boolean' },
} as const;

/** What the words after the command ask for. Throws a StartError for what it does not know. */
export function chosenFrom(args: string[]): Chosen {
  try {
    const { values } = parseArgs({ args, options });
    return {
      seed: numberOf(values.seed ?? '1'),
      minutes: numberOf(values.minutes ?? '10'),
      deals: numberOf(values.deals ?? '40'),
      atOnce: numberOf(values['at-once'] ?? '6'),
      freezeSeconds: numberOf(values.freeze ?? '60'),
      cluster: values.cluster ?? false,
    };
  } catch {
    throw new StartError(`“${args.join(' ')}” is not known here.\n\n${help}`);
  }
}

function numberOf(typed: string): number {
  const number = Number(typed);
  if (typed.trim() === '' || !(number > 0)) throw new RangeError(typed);
  return number;
}
