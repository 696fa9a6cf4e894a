import type { Deal } from '../../../deal/deal.ts';
import type { Entry } from '../../../deal/events.ts';
import { businessTime, type Clock } from '../../../shared/clock.ts';
import type { Mail } from '../mails.ts';
import type { Scene } from '../scene.ts';
import { waitFor } from '../wait.ts';
import { historyOf } from './history.ts';
import { entryLine, type Line, mailLine } from './log.ts';

type Watched = Pick<Scene, 'sales' | 'mailbox'> & { clock: Clock; dealId: string };

/** More than arrive between two looks. */
const newestMails = 30;
/** A signed-in person may ask the api ten times a second; the pages need some of that, too. */
const pauseMs = 200;

/** Follows one deal from outside, and prints what is new at each look: its timeline, and who received which mail. */
export function watchDeal({ sales, mailbox, clock, dealId }: Watched) {
  let timeline: Entry[] = [];
  const mails = new Map<string, Mail>();
  const arrivalOf = (mail: Mail) => businessTime(clock, Date.parse(mail.receivedAt));

  async function look(): Promise<void> {
    const [entries, newest] = await Promise.all([sales.timeline(dealId), mailbox.newest(newestMails)]);
    const fresh = newest.filter(({ id }) => !mails.has(id));
    const lines = [
      ...entries.slice(timeline.length).flatMap(entryLine),
      ...fresh.map(mail => mailLine(mail, arrivalOf(mail))),
    ];
    timeline = entries;
    for (const mail of fresh) mails.set(mail.id, mail);
    print(lines);
  }

  return {
    history: () => historyOf(dealId, timeline),
    mails: () => [...mails.values()].map(mail => ({ ...mail, at: arrivalOf(mail) })),

    /** Looks until it holds of the deal. */
    until: (what: string, holds: (deal: Deal) => unknown, withinMs = 60_000): Promise<Deal> =>
      waitFor(
        what,
        async () => {
          await look();
          const deal = historyOf(dealId, timeline).at(-1)?.after;
          return deal && holds(deal) ? deal : undefined;
        },
        { withinMs, pauseMs },
      ),
  };
}

function print(lines: Line[]): void {
  for (const { text } of lines.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))) console.log(text);
}
