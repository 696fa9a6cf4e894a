import type { AgreementStatus } from './deal.ts';
import type { MailRequest } from './mails/mails.ts';
import type { Actor, Person } from './people.ts';
import type { ReminderPolicy } from './policy.ts';
import type { Terms } from './terms/terms.ts';

/** What can be asked of a deal, one a signal. Names are the signals' names. */
export type CommandBody =
  | { type: 'proposeTerms'; terms: Terms }
  | { type: 'markNegotiationDone'; version: number }
  | { type: 'approveOffer'; version: number; comment?: string }
  | { type: 'rejectOffer'; version: number; comment: string }
  | { type: 'extendOffer'; expiresOn: string }
  | { type: 'withdrawOffer'; reason: string }
  | { type: 'askForChange'; message: string }
  | { type: 'askForMoreTime'; message: string }
  | { type: 'declineOffer'; reason: string }
  | ({ type: 'agreementEvent' } & AgreementNotice)
  | ({ type: 'licenseEvent' } & LicenseNotice)
  | { type: 'offerEvent'; changeSetId?: string; offerId?: string; status: string; detail?: string }
  | ({ type: 'buyerArrived' } & Arrival)
  | ({ type: 'linkOrganization' } & LinkRequest)
  | { type: 'handOverSetUp'; to: { name: string; email: string } }
  | { type: 'assignOwner'; owner: string; timeZone?: string }
  | { type: 'addNote'; text: string }
  | { type: 'sendReminderNow'; key: string }
  | { type: 'skipReminder'; key: string }
  | { type: 'retryStep'; step?: string }
  | { type: 'offerSeen' }
  | { type: 'stopReminders'; email: string }
  | { type: 'resumeReminders'; email: string }
  | { type: 'changeContact'; role: ContactRole; person: Person }
  | { type: 'changeReminders'; reminders: Partial<ReminderPolicy> }
  | { type: 'resendMail'; mail: MailRequest }
  | { type: 'mailBounced'; mail: MailRequest; detail: string }
  | { type: 'closeDeal'; reason: string };

export type CommandType = CommandBody['type'];
export type CommandOf<T extends CommandType> = Extract<CommandBody, { type: T }>;

/** Whom a deal writes to on the buyer's side: who must accept in AWS, and who began the purchase. */
export type ContactRole = 'signer' | 'contact';

/** What AWS says of an agreement, by event or by search. */
export interface AgreementNotice {
  agreementId: string;
  offerId?: string;
  awsAccountId: string;
  intent?: 'NEW' | 'REPLACE' | 'RENEW' | 'AMEND';
  status: AgreementStatus;
  /** The agreement that this one renews. */
  previousAgreementId?: string;
  acceptedAt?: string;
  startsAt?: string;
  endsAt?: string;
  learntFrom: 'event' | 'search';
}

export interface LicenseNotice {
  licenseArn: string;
  agreementId: string;
  productCode: string;
  offerId?: string;
  status: 'updated' | 'deprovisioned';
}

export interface Arrival {
  registrationId: string;
  setupSessionId: string;
  awsAccountId: string;
  productCode: string;
  licenseArn?: string;
}

export interface LinkRequest {
  organizationId: string;
  organizationName: string;
  user: Person & { userId: string };
}

/** What every command carries: the same id again gives the same timeline entry, whoever retries. */
export interface CommandEnvelope {
  commandId: string;
  by: Actor;
  /** When it was asked, ISO; a deal may decide later. */
  at: string;
}

export type Command = CommandEnvelope & CommandBody;
