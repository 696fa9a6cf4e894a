export { deal } from './deal.ts';
export { mails } from './mails.ts';
export { ui } from './ui.ts';
export { problems } from './problems.ts';
export { inquiry } from './inquiry.ts';
export { desk } from './desk.ts';
export { offers } from './offers.ts';
