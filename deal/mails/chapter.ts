import { personLimits } from '../contract/person-limits.ts';
import { currentOffer, type Deal, signerOf } from '../deal.ts';
import type { Evolution } from '../evolve.ts';
import type { Person } from '../people.ts';
import type { FieldError, Refusal } from '../refusals.ts';
import { reminderLimits } from '../reminders/reminder-limits.ts';
import type { Rules } from '../rules.ts';
import { openStages, stages } from '../stages.ts';
import { type MailRequest, readerOf, stepOf } from './mails.ts';

type Commands =
  | 'offerSeen'
  | 'stopReminders'
  | 'resumeReminders'
  | 'changeContact'
  | 'changeReminders'
  | 'resendMail'
  | 'mailBounced';

/** Who is written to, how often, and what becomes of a mail that does not arrive. */
export const mailRules: Rules<Commands> = {
  offerSeen: {
    who: ['buyer'],
    stages: ['offered'],
    refuse: ({ deal }) => (currentOffer(deal) ? undefined : { code: 'noOffer' }),
  },
  stopReminders: { who: ['buyer', 'sales', 'support'], stages },
  resumeReminders: { who: ['buyer', 'sales', 'support'], stages },
  changeContact: {
    who: ['sales', 'support'],
    stages: openStages,
    refuse: ({ command }) => invalid(personLimits(command.person, '/person')),
  },
  changeReminders: {
    who: ['sales', 'support'],
    stages: openStages,
    refuse: ({ command }) => invalid(reminderLimits(command.reminders)),
  },
  resendMail: { who: ['sales', 'support'], stages },
  mailBounced: { who: ['system'], stages: openStages },
};

function invalid(fields: FieldError[]): Refusal | undefined {
  return fields.length > 0 ? { code: 'fieldsInvalid', fields } : undefined;
}

export const mailEvolution: Evolution<Commands> = {
  offerSeen: (deal, _fact, { at }) => {
    const seen = currentOffer(deal);
    const offers = deal.offers.map(offer =>
      offer === seen ? { ...offer, seenAt: offer.seenAt ?? at } : offer,
    );
    return { ...deal, offers };
  },

  stopReminders: (deal, { email }) => ({
    ...deal,
    remindersStopped: [...new Set([...(deal.remindersStopped ?? []), email.toLowerCase()])],
  }),
  resumeReminders: (deal, { email }, { at }) => ({
    ...deal,
    replannedAt: at,
    remindersStopped: deal.remindersStopped?.filter(each => each !== email.toLowerCase()),
  }),

  changeContact: (deal, { role, person }, { at }) => {
    const former = role === 'signer' ? signerOf(deal) : deal.inquiry.contact;
    const readdressed = { ...deal, replannedAt: at, ...rewritten(deal, { former, person }) };
    return role === 'signer'
      ? { ...readdressed, signer: person }
      : { ...readdressed, inquiry: { ...deal.inquiry, contact: person } };
  },

  changeReminders: (deal, { reminders }, { at }) => ({
    ...deal,
    replannedAt: at,
    policy: { ...deal.policy, ...reminders },
  }),

  // The mail is asked for again; see mails-for.ts.
  resendMail: deal => deal,

  mailBounced: (deal, { mail, detail }, { at }) => {
    const step = stepOf(mail);
    const stuck = { step, reason: 'mailBounced' as const, detail, since: at, cure: 'changeContact' as const };
    return {
      ...deal,
      mails: [...deal.mails.filter(each => each.key !== mail.key), mail],
      stuck: [...deal.stuck.filter(each => each.step !== step), stuck],
    };
  },
};

/** True for a mail that waits for a person. */
export const isWaiting = ({ stuck }: Deal, mail: MailRequest) =>
  stuck.some(({ step }) => step === stepOf(mail));

/** True for a mail that waits for a person because it, or one that went out with it, came back. */
export function hasBounced({ stuck }: Deal, mail: MailRequest): boolean {
  return stuck.some(each => each.reason === 'mailBounced' && each.step === stepOf(mail));
}

/**
 * What could not be sent to the former address goes to the new one at once, under a key of its own: the outbox knows the
 * old one as a mail to the old address.
 */
function rewritten(
  deal: Deal,
  { former, person }: { former: Person; person: Person },
): Pick<Deal, 'mails' | 'stuck'> {
  const isTo = ({ reader }: MailRequest) => reader.to === 'person' && reader.email === former.email;
  const steps = deal.mails.filter(isTo).map(stepOf);
  return {
    mails: deal.mails.map(mail =>
      isTo(mail) ? { ...mail, key: `${mail.key}:${deal.seq}`, reader: readerOf(person) } : mail,
    ),
    stuck: deal.stuck.filter(each => !steps.includes(each.step)),
  };
}
