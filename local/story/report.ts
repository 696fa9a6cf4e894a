import type { Entry } from '../../deal/events.ts';
import { messagesIn } from '../../shared/i18n/messages.ts';
import type { Found } from './expectations.ts';
import type { Outcome } from './procedures.ts';

const {
  deal: words,
  desk: { parties },
} = messagesIn('en');

/** What became of one deal: its timeline, its mails, and what is missing. */
export function report(title: string, told: { outcome: Outcome; found: Found; missing: string[] }): string {
  const { outcome, found, missing } = told;
  const { deal, timeline, mails } = found;
  const began = Date.parse(timeline[0]?.at ?? deal.openedAt);
  return [
    '',
    `${title} (deal ${outcome.dealId}, ${words.stages[deal.stage].toLowerCase()})`,
    '',
    '  Timeline',
    ...timeline.map(entry => `    ${line(entry, began)}`),
    '',
    '  Mails',
    ...[...mails].flatMap(([reader, received]) =>
      received.map(({ subject }) => `    ${reader.padEnd(26)} ${subject}`),
    ),
    '',
    ...(missing.length === 0
      ? [`  All there: ${deal.link?.organizationName} is billed by ${deal.agreement?.agreementId}.`]
      : ['  Not as it should be', ...missing.map(each => `    ${each}`)]),
  ].join('\n');
}

function line({ decidedAt, by, event, outcome }: Entry, began: number): string {
  const seconds = ((Date.parse(decidedAt) - began) / 1000).toFixed(1).padStart(6);
  const refused = outcome === 'refused' ? ' (refused)' : '';
  const what = `${words.events[event.type]}${refused}`;
  const who = by.kind === 'system' ? parties.system : `${parties[by.kind]}: ${by.name ?? by.id}`;
  return `${seconds} s  ${what.padEnd(36)} ${who}`;
}
