import { shorten } from '../../../shared/plain-text.ts';
import { note, paragraph, rows, section } from '../../blocks.ts';
import { openDeal } from '../../for-staff.ts';
import type { DealMail, MailContent } from '../../mail.ts';
import { troubleOf } from './stuck-trouble.ts';

const dayLength = 86_400_000;

/**
 * The deal waits for a person, for the owner: why, in the outside system's own words, and what would cure it. The same
 * again, day by day, with the days that have gone by.
 */
export function stuckNotice(mail: DealMail): MailContent {
  const { deal, messages } = mail;
  const days = daysStuck(mail);
  const { still, ...first } = messages.mails.stuckNotice;
  const words = days > 0 ? { ...first, ...still(days) } : first;
  const { company } = deal.inquiry;
  const troubles = deal.stuck.map(stuck => troubleOf(mail, stuck));
  const newest = troubles.at(-1)?.reason ?? '';
  return {
    subject: words.subject({ company: shorten(company, 20), reason: shorten(newest, 48) }),
    title: words.title,
    preheader: words.preheader(newest),
    body: [
      paragraph(words.intro(company)),
      ...troubles.map(trouble =>
        section(
          trouble.reason,
          trouble.about && paragraph(trouble.about),
          rows(trouble.rows),
          note(trouble.cure),
        ),
      ),
      openDeal(mail),
    ],
  };
}

function daysStuck({ deal, now }: DealMail): number {
  const [since = now] = deal.stuck.map(stuck => stuck.since).toSorted();
  return Math.floor((Date.parse(now) - Date.parse(since)) / dayLength);
}
