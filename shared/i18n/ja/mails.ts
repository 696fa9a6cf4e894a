import type * as en from '../en/all.ts';
import * as conversation from './conversation/mails.ts';
import * as accessEnded from './mails/access-ended.ts';
import * as accounts from './mails/accounts.ts';
import * as agreement from './mails/agreement.ts';
import * as approval from './mails/approval.ts';
import * as awsNotice from './mails/aws-notice.ts';
import * as buyerAnswer from './mails/buyer-answer.ts';
import { frame } from './mails/frame.ts';
import * as inquiry from './mails/inquiry.ts';
import * as links from './mails/links.ts';
import * as offer from './mails/offer.ts';
import * as offerEnd from './mails/offer-end.ts';
import * as paymentFailed from './mails/payment-failed.ts';
import * as rows from './mails/rows.ts';
import * as setUp from './mails/set-up.ts';
import * as stuck from './mails/stuck.ts';
import * as pageLinks from './page-links/mails.ts';
import * as proposal from './proposal/mails.ts';
import * as secondFactor from './second-factor/mails.ts';

export const mails: typeof en.mails = {
  ...frame,
  ...rows,
  ...inquiry,
  ...conversation,
  ...proposal,
  ...pageLinks,
  ...approval,
  ...offer,
  ...offerEnd,
  ...buyerAnswer,
  ...setUp,
  ...links,
  ...agreement,
  ...accessEnded,
  ...paymentFailed,
  ...awsNotice,
  ...stuck,
  ...accounts,
  ...secondFactor,
};
