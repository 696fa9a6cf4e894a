export { deal } from './deal.ts';
export { mails } from './mails.ts';
export { ui } from './ui.ts';
