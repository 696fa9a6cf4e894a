import type { AgreementNotice } from '../commands.ts';
import { buyersOf } from '../deal.ts';
import { type AgreementChange, type Post, toOwner, toPeople } from '../mails/mails.ts';
import { isUnpaid } from '../offer/again.ts';
import type { Change, Mails } from '../part.ts';
import { confirmed } from '../set-up/mails.ts';
import { isOver } from '../steps.ts';

export const termMails: Mails = {
  agreementEvent: (change, { intent }) => [...changePosts(change, intent), ...endPosts(change)],
  agreementRead: endPosts,
  licenseEvent: endPosts,
  deadlinePassed: endPosts,
  // The buyer hears of these from AWS, and the owner speaks with him.
  awsNotice: (_change, { about }) => [{ ...toOwner('awsNotice'), about }],
};

/**
 * An agreement that has changed since its buyer had the confirmation. Before it, the confirmation tells what is so; when
 * an agreement says that another one follows, that one's own notice tells it.
 */
function changePosts({ before, after }: Change, intent: AgreementNotice['intent']): Post[] {
  const changed = after.revision > before.revision && after.agreement?.status === 'ACTIVE';
  if (!before.agreement || !changed || isOver(after) || !after.link?.productToldAt) return [];
  const follows = after.formerAgreements.length > before.formerAgreements.length;
  const change: AgreementChange = follows ? (intent === 'REPLACE' ? 'replaced' : 'renewed') : 'amended';
  return [...toPeople('agreementChanged', [after.link.user]), toOwner('agreementChanged')].map(post => ({
    ...post,
    change,
  }));
}

/**
 * AWS tells the end of an access by agreement, by license and when it is asked, and time may tell it too: the first one
 * counts. That it was not paid is told whenever it comes, since the buyer can cure it.
 */
function endPosts({ before, after }: Change): Post[] {
  const unpaid = isUnpaid(after);
  if (unpaid ? isUnpaid(before) : isOver(before) || !isOver(after)) return [];
  // Nobody has been served yet where no organization is linked, but who has accepted must hear that it was not paid.
  const wasServed = after.link ?? after.unlinked;
  const people = wasServed || unpaid ? [...confirmed(after), ...buyersOf(after)] : [];
  const template = unpaid ? 'paymentFailed' : 'accessEnded';
  return [...toPeople(template, people), toOwner(template)];
}
