import type * as en from '../en/all.ts';
import { approvals } from './desk/approvals.ts';
import { audit } from './desk/audit/audit.ts';
import { board } from './desk/cure/board.ts';
import { cureWords } from './desk/cure/cures.ts';
import { deal } from './desk/deal.ts';
import { engineAway } from './desk/engine-away.ts';
import { find, keys, live } from './desk/find.ts';
import { home } from './desk/home.ts';
import { list } from './desk/list.ts';
import { newInquiry } from './desk/new-inquiry.ts';
import { peopleWords } from './desk/people.ts';
import { report } from './desk/report.ts';
import { secondFactor } from './desk/second-factor.ts';
import { settings } from './desk/settings/people.ts';
import { invitation, profile } from './desk/settings/profile.ts';
import { signIn } from './desk/sign-in.ts';
import { stateWords } from './desk/states.ts';
import { stepWords } from './desk/steps.ts';
import { termWords } from './desk/terms.ts';

export const desk: typeof en.desk = {
  home,
  approvals,
  audit,
  board,
  engineAway,
  find,
  keys,
  live,
  signIn,
  list,
  newInquiry,
  deal,
  report,
  settings,
  profile,
  secondFactor,
  invitation,
  ...stateWords,
  ...cureWords,
  ...stepWords,
  ...termWords,
  ...peopleWords,
};
