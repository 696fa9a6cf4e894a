import type { Restored } from './restored.ts';

/** What the command tells the person who gave it. */
export const say = {
  done: (line: string) => void process.stdout.write(`${line}\n`),

  /** Something that a person must look at. */
  left(line: string): void {
    process.exitCode = 1;
    process.stderr.write(`${line}\n`);
  },

  restored({ continued, broken, lostLinks }: Restored): void {
    for (const dealId of continued)
      say.done(`${dealId} goes on from its timeline: Temporal knew less of it.`);
    for (const { dealId, error } of broken)
      say.left(`${dealId} cannot go on: ${error.message}. Look for its lines in another copy of MongoDB.`);
    for (const { dealId, organizationId, organizationName } of lostLinks)
      say.left(
        `${dealId} is linked to ${organizationName} (${organizationId}), which the accounts do not have or have given away. ` +
          'Let its people sign up again, then move the link at the desk.',
      );
    say.done('Start the workers, then the api. AWS is asked again for what it told in the last seven days.');
  },
};
