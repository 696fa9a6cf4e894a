import { parseArgs } from 'node:util';
import { StartError } from '../start-error.ts';

const options = {
  'silent-buyer': { type: 'boolean' },
  cluster: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

export const help = `npm run story
  Two purchases to the end, a new customer in Japanese and a known one in English.
  Plays on the running npm start, or on a stack of its own.

npm run story -- --silent-buyer
  A buyer who does nothing: every reminder goes out, the offer expires and is
  extended, he accepts late and is chased until he comes. Always plays on a stack
  of its own, in which a day passes in two seconds (OFFERDESK_TIME_SCALE).

npm run story -- --cluster
  The two purchases as on many machines: Temporal's services on PostgreSQL, three
  members of MongoDB, two apis and three workers. Before each step one more process is
  killed and stays dead, until one of each is. Needs PostgreSQL, and Go to build
  Temporal once.

It ends with 0 only if everything that should happen did.`;

/** Which story the words after the command ask for. Throws a StartError for words that it does not know. */
export function chosenFrom(args: string[]): 'help' | 'purchases' | 'silentBuyer' | 'cluster' {
  try {
    const { values } = parseArgs({ args, options });
    if (values.help) return 'help';
    if (values.cluster) return 'cluster';
    return values['silent-buyer'] ? 'silentBuyer' : 'purchases';
  } catch {
    throw new StartError(`“${args.join(' ')}” is not known here.\n\n${help}`);
  }
}
