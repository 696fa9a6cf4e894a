import type { DeskChangeKind } from '../../../../models/desk/desk-change.ts';
import type { DeskRole } from '../../../../models/staff.ts';
import { apiKeys } from './api-keys.ts';
import { away } from './away.ts';

const roleMeans: Record<DeskRole, string> = {
  sales: 'Negotiates, makes offers and looks after deals.',
  approver: 'Says yes or no to terms beyond the limits.',
  support: 'Answers buyers, cures what is stuck, links purchases.',
  admin: 'Looks after people and settings. Takes no step in a deal by this role alone.',
};

const changeKinds: Record<DeskChangeKind, string> = {
  staffAdded: 'Added',
  staffInvited: 'Invited',
  staffLinkSent: 'Password link sent',
  staffLinkUsed: 'Password chosen with a mailed link',
  staffBound: 'First sign-in through the organization',
  staffChanged: 'Changed',
  staffPasswordChanged: 'Password changed',
  staffAway: 'Away, with a stand-in',
  staffBack: 'Back again',
  staffSignInsEnded: 'Sign-ins ended',
  staffDeactivated: 'Deactivated',
  staffReactivated: 'Reactivated',
  keyMade: 'API key made',
  keyRevoked: 'API key revoked',
};

/** By the name of the field. */
const fieldNames: Record<string, string> = {
  name: 'Name',
  roles: 'Roles',
  language: 'Language',
  timeZone: 'Time zone',
  lead: 'Lead',
  awayUntil: 'Away until',
  standIn: 'Stand-in',
  endsAt: 'Ends',
};

/** The settings of the desk: people, and what was changed. */
export const settings = {
  title: 'Settings',
  away,
  apiKeys,
  places: { people: 'People', keys: 'API keys', changes: 'Changes' },
  people: {
    title: 'People',
    lead: 'Who works at the desk, and what each of them may do.',
    invite: 'Invite a colleague',
    name: 'Name',
    email: 'E-mail address',
    roles: 'Roles',
    roleMeans,
    ledBy: 'Lead',
    leadHint: 'Is told what this person does not answer in time. Without a lead, all of sales are.',
    noLead: 'Nobody',
    language: 'Language',
    timeZone: 'Time zone',
    state: 'State',
    lastSignIn: 'Last sign-in',
    never: 'Never',
    states: { active: 'Active', invited: 'Invited', inactive: 'Deactivated' },
    you: 'You',
    open: (name: string) => `Change ${name}`,
    deals: 'Deals this person owns',
    back: 'All people',
    newTitle: 'Invite a colleague',
    newLead: (days: number) =>
      `A mail with a link goes out, with which your colleague chooses a password. It works once, for ${days} days.`,
    sendInvitation: 'Send the invitation',
    save: 'Save changes',
    ownRoles: 'Nobody changes his own roles. Ask another admin.',
    moreTitle: 'Access',
    endSignIns: 'End all sign-ins',
    endSignInsText: 'Signs this person out everywhere, at once. The password stays.',
    sendLink: 'Send a password link',
    sendLinkText: (days: number) =>
      `Mails a link for a new password, which works once, for ${days} days. The old password works until then.`,
    inviteAgain: 'Send the invitation again',
    inviteAgainText: 'A new link goes out. The one before no longer works.',
    deactivate: 'Deactivate',
    deactivateText:
      'Signs this person out at once and lets nobody in by this address. Mails stop; what was done stays in the timelines. Deals keep their owner until you assign them.',
    takeBack: 'Take the invitation back',
    takeBackText: 'The link that was mailed no longer works.',
    reactivate: 'Reactivate',
    reactivateText: 'Lets this person in again, with the same roles and the same password.',
    done: {
      invited: (email: string) => `The invitation is on its way to ${email}`,
      linkSent: (email: string) => `The link is on its way to ${email}`,
      saved: 'Saved',
      signInsEnded: 'All sign-ins have been ended',
      deactivated: 'This person cannot sign in any more',
      reactivated: 'This person can sign in again',
    },
    problems: {
      required: (label: string) => `Fill in: ${label}.`,
      tooLong: (label: string, limit: number) => `${label}: use at most ${limit} characters.`,
      email: 'Write an e-mail address such as name@example.com.',
      noRole: 'Choose at least one role.',
      timeZone: 'Choose a time zone from the list.',
      language: 'Choose a language from the list.',
      known: 'Somebody with this address is on the list already.',
      unknownLead: 'Choose a colleague who works here, and another person.',
      lastAdmin: 'There must be an admin who can sign in. Make somebody else an admin first.',
      ownRoles: 'Nobody changes his own roles, or takes away his own access. Ask another admin.',
      notNow: 'Somebody has changed this person meanwhile. Look again, and repeat what is still wanted.',
    },
  },
  changes: {
    title: 'Changes',
    lead: 'What was changed in the settings: who, when, before and after. Nothing here can be changed or removed.',
    when: 'When',
    who: 'By',
    what: 'What',
    about: 'Of',
    fields: 'Before → after',
    kinds: changeKinds,
    names: fieldNames,
    none: 'none',
    yes: 'yes',
    no: 'no',
    empty: 'Nothing has been changed yet',
    emptyText: 'The first change of a person or a setting stands here.',
    operator: 'on the command line',
  },
};
