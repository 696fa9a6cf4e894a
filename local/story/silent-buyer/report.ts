import { messagesIn } from '../../../shared/i18n/messages.ts';
import { moment } from './log.ts';
import type { Verdict } from './verdict.ts';

const { deadlines } = messagesIn('en').desk;

/** The plan against what happened, a line for each mail that was planned. */
export function reportOf({ rows, problems }: Verdict): string {
  const lines = rows.map(({ reminder, outcome, arrived }) => {
    const readers = [...new Set(arrived.map(({ to }) => to))].join(', ');
    return `  ${moment(reminder.at)}  ${deadlines[reminder.kind].padEnd(34)} ${outcome}${readers && ` to ${readers}`}`;
  });
  return [
    '',
    'The plan against what happened',
    '',
    ...lines,
    '',
    ...(problems.length === 0
      ? ['  Every planned mail arrived once, or was not needed any more; none came without its reason.']
      : ['  Not as it should be', ...problems.map(each => `    ${each}`)]),
  ].join('\n');
}
