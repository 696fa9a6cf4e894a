import type { BadAddressSource } from '../../models/bad-address.ts';
import type { AccountMailTemplate, OutboxState } from '../../models/outbox.ts';

const troubles = {
  addressHeld: 'Nothing is sent to this address by itself, since an earlier mail did not arrive.',
  noMailbox: 'The mail server says that there is no such mailbox.',
  mailboxFull: 'The mailbox takes nothing more; most often it is full.',
  refusedAsSpam: 'The mail server refuses our mail by its rules, most often as spam.',
  notYet: 'The mail server asked us to come back later.',
  notReached: 'The mail server could not be reached.',
  nothingToSay: 'The deal lacks what this mail is about.',
  chatNotTaken: 'The chat did not take this notice.',
  other: 'The mail server did not take this mail.',
};

/** The words for what was sent: the log, the addresses that fail, and the templates. */
export const mailLog = {
  title: 'Mails',
  places: { log: 'Log', addresses: 'Addresses that fail', templates: 'Templates' },
  lead: 'Every mail and whether it arrived, as far as mail servers tell.',
  states: {
    queued: 'Waiting',
    sending: 'On its way',
    sent: 'Sent',
    skipped: 'Not needed',
    failed: 'Not taken',
    bounced: 'Came back',
  } satisfies Record<OutboxState, string> as Record<OutboxState, string>,
  groups: { problems: 'Problems', waiting: 'Waiting', sent: 'Sent', skipped: 'Not needed' },
  state: 'State',
  all: 'All',
  search: 'Search',
  searchHint: 'A whole e-mail address, or a deal ID',
  apply: 'Search',
  clear: 'Clear',
  to: 'To',
  from: 'From',
  template: 'Template',
  subject: 'Subject',
  noSubject: 'Not written yet',
  deal: 'Deal',
  tries: 'Tries',
  when: 'When',
  what: 'Mail',
  chat: 'Chat of the team',
  account: 'Account',
  test: 'Test',
  messageId: 'Message-ID',
  asked: 'Asked for',
  sentAt: 'Sent',
  language: 'Language',
  serverSays: 'In the server’s own words',
  empty: 'No mails yet',
  emptyText: 'The first one goes out with the first inquiry.',
  noResult: 'No mail matches',
  noResultText: 'Write the whole address or the whole deal ID, or clear the filters.',
  noProblems: 'No mail failed',
  noProblemsText: 'Everything that was sent has been taken, and nothing came back.',
  back: 'All mails',

  accountMails: {
    emailVerification: 'Verification of an address',
    verificationReminder: 'Verification of an address, reminder',
    accountExists: 'Account exists already',
    passwordReset: 'New password',
    noAccount: 'New password, no account',
    passwordChanged: 'Password changed',
    staffInvited: 'Invitation to the desk',
    staffPassword: 'New password for the desk',
    webhookPaused: 'Timeline webhook paused',
    disbursementPaused: 'Payments of AWS paused',
  } satisfies Record<AccountMailTemplate, string> as Record<AccountMailTemplate, string>,
  limit: {
    title: (count: number) =>
      count === 1
        ? 'A mail is held back by our mail server’s limit'
        : `${count} mails are held back by our mail server’s limit`,
    text: 'The readers’ addresses are fine. What waits is tried again by itself, and goes out once the server takes more. If this happens often, ask whoever runs Offerdesk to raise the limit or to send more slowly.',
  },
  troubles: troubles as Record<keyof typeof troubles, string>,

  content: 'What it said',
  plainText: 'Plain text',
  frame: (subject: string) => `Mail “${subject}”`,
  linksOff: 'Links do not work here, and personal links have been taken out.',
  notKept: {
    account: 'What a mail about an account said is not kept: its link lets anybody in.',
    notWritten: 'It is written at the moment it is sent, from the deal as it is then.',
    neverSent: 'It was never sent, so there is nothing to show.',
    removed:
      'Texts are kept for a limited time. This one has been removed; that it was sent stays on record.',
  },
  pending: 'This mail has not gone out yet. A mail server that is away only delays it.',

  resend: {
    title: 'Send again',
    toPerson: (email: string) =>
      `A new mail goes to ${email}, written from the deal as it is now. It has its own line in the log and on the timeline.`,
    toStaff: 'A new mail goes to whoever looks after this now, written from the deal as it is now.',
    reasonGone: 'Its reason is gone, so a new one would be left out: the deal has moved on since.',
    formerAddress:
      'The deal no longer writes to this address. Correct the contact on the deal’s page if this one is right.',
    badAddress: (email: string) => `Mail to ${email} did not arrive before. This one is tried all the same.`,
    unwanted: 'The reader has stopped these reminders, so a new one would be left out.',
    onDeal:
      'The deal waits until this mail has arrived. Correct the contact there, or press “Try again”: either sends it.',
    waits: 'It has not gone out yet. Nothing needs to be sent again.',
    closed: 'The deal is closed, and nothing more is sent about it. Write to the reader yourself.',
    notYours: 'Sales and support can send a mail again.',
    notKnown: 'This mail was sent before Offerdesk kept what it needs to send it again.',
  },

  addresses: {
    title: 'Addresses that fail',
    lead: 'Mail did not arrive there, so nothing more is sent by itself. Correct the contact on the deal, or say that the address works again.',
    address: 'Address',
    since: 'Since',
    why: 'Why',
    waiting: 'Deals that wait',
    noneWaiting: 'None',
    mails: 'Its mails',
    sources: {
      server: 'The mail server refused the address.',
      report: 'A mail came back.',
    } satisfies Record<BadAddressSource, string> as Record<BadAddressSource, string>,
    action: 'Action',
    works: 'Works again',
    empty: 'Every address works',
    emptyText: 'An address stands here once a mail server has refused it or a mail came back.',
    nowGood: (email: string) => `Mail goes to ${email} again`,
    tryAgain: 'These deals wait because of it. Open each one and press “Try again”:',
    nothingWaits: 'No deal waits because of it.',
    newestOnly: (count: number) => `Only the newest ${count} are shown.`,
  },

  templates: {
    title: 'Templates',
    lead: 'Every mail that Offerdesk writes, filled in with an example.',
    groups: { buyers: 'To buyers', staff: 'To your team', accounts: 'About accounts' },
    roles: {
      signer: 'Signer',
      contact: 'Contact',
      user: 'User',
      colleague: 'Colleague',
      owner: 'Owner',
      lead: 'Lead',
      approver: 'Approver',
    },
    reader: 'Reader',
    content: 'What it says',
    back: 'All templates',
    example: 'All names and numbers here are made up.',
    width: 'Width',
    widths: { wide: 'Computer', phone: 'Phone' },
    variant: 'Case',
    test: 'Send it to yourself',
    testText: (email: string) =>
      `It goes to ${email} and nobody else, through the real mail server. Its links lead nowhere.`,
    testSubmit: 'Send a test',
    testSubject: (subject: string) => `[Test] ${subject}`,
    testFailed: 'Not sent',
  },

  ofDeal: {
    title: 'Mails',
    none: 'No mail has been sent about this deal.',
    all: 'All mails of this deal',
  },
};
