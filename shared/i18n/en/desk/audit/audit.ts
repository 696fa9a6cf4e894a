import type { SecurityDoor, SecurityKind } from '../../../../models/desk/security-event.ts';

/** The words of the page for audits. */
export const audit = {
  title: 'Audit',
  lead: 'What everybody has done, as a file that proves that it is whole, and who came in lately.',
  takeOut: 'Take out a file',
  from: 'First day',
  until: 'Last day',
  what: 'What',
  parts: {
    all: 'Everything',
    timeline: 'Timelines of deals',
    security: 'Sign-ins, sign-outs, tokens and exports',
    settings: 'Changes of people and settings',
  },
  ofAll: 'Timelines of all deals, closed ones too.',
  ofTheList: 'Timelines of the deals that the list had.',
  chooseDeals: 'Choose other deals in the list',
  formats: { jsonl: 'Take out as JSON Lines', csv: 'Take out as CSV' },
  wrongRange: 'Enter two days. The last day must not be before the first one.',
  verify: 'Check a file',
  verifyText:
    'Each line carries the hash of the one before, and the last one is signed. This command says whether anything was changed, removed or put elsewhere. Your auditor needs only Node.js, the script and this key.',
  command: 'Command',
  lately: 'Who came in lately',
  columns: ['What', 'Who', 'Where', 'When', 'From'],
  kinds: {
    signedIn: 'Signed in',
    signInFailed: 'Sign-in failed',
    signedOut: 'Signed out',
    tokenUsed: 'Token used',
    tokenRefused: 'Token refused',
    auditExported: 'Audit taken out',
  } satisfies Record<SecurityKind, string> as Record<SecurityKind, string>,
  doors: { desk: 'Desk', accounts: 'Customer accounts', api: 'API' } satisfies Record<
    SecurityDoor,
    string
  > as Record<SecurityDoor, string>,
  nobody: 'Nobody came in yet',
  nobodyText: 'Sign-ins and the use of tokens are noted here for 400 days.',
  ofList: 'Audit of these deals',
};
