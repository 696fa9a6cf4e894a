/** Everything the worker runs, for the workflow bundle. */
export { accountMail } from './account-mail.ts';
export { askProducts } from './ask-products.ts';
export { deal } from './deal.ts';
export { deliverEntries, deliverEntryAgain, deliverHeld } from './deliver-entries.ts';
export { reconcile } from './reconcile.ts';
export { staffChat } from './staff-chat.ts';

// The engine keeps for each promise where it was made, and a turn makes hundreds: a fifth of the CPU of a deal, for a query
// that nobody asks. What failed still says so; its line is found by running the history again.
Error.stackTraceLimit = 0;
