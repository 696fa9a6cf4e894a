/** Everything the worker runs, for the workflow bundle. */
export { accountMail } from './account-mail.ts';
export { deal } from './deal.ts';
export { deliverEntries, deliverEntryAgain, deliverHeld } from './deliver-entries.ts';
export { reconcile } from './reconcile.ts';
export { staffChat } from './staff-chat.ts';
