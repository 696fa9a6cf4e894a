import type { DealEvent } from '../events.ts';
import { mailKey } from '../keys.ts';
import type { Change, Mails } from '../part.ts';
import { partMails } from '../parts.ts';
import { reminderMails } from '../reminders/mails.ts';
import { type MailRequest, type Post, toOwner } from './mails.ts';

const ownMails: Mails = {
  resendMail: (_change, { mail: { key: _former, ...post } }) => [post],
  mailBounced: () => [toOwner('stuckNotice')],
};

const all: readonly Mails[] = [reminderMails, ...partMails, ownMails];

/** The mails that an entry asks for. Keys begin with the entry's number, so that each is asked for once. */
export function mailsFor(change: Change): MailRequest[] {
  const { seq, event } = change.entry;
  const posts = all.flatMap(mails => postsIn(mails, change, event));
  return posts.map((post, number) => ({
    key: mailKey({ seq, template: post.template, number }),
    ...post,
  }));
}

function postsIn(mails: Mails, change: Change, event: DealEvent): Post[] {
  const posts = mails[event.type] as ((change: Change, event: DealEvent) => Post[]) | undefined;
  return posts?.(change, event) ?? [];
}
