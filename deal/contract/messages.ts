import type { CommandEnvelope, CommandOf, CommandType } from '../commands.ts';
import type { Deal, Inquiry, Offer } from '../deal.ts';
import type { Actor } from '../people.ts';
import type { Policy } from '../policy.ts';

/** What a deal begins with. */
export interface Opening {
  inquiry: Inquiry;
  policy: Policy;
  /** Present when a purchase opened the deal, and no inquiry. */
  purchase?: OpeningPurchase;
}

/** What a deal's workflow is started with; the last part when it continues a longer history. */
export interface DealInput extends Opening {
  dealId: string;
  /** The command that opened the deal. */
  commandId: string;
  at: string;
  clock: { scale: number; anchor: number };
  continued?: Continued;
}

/** What AWS has told of a purchase, and what its deal begins with. */
export interface OpeningPurchase {
  told: CommandEnvelope & CommandOf<'agreementEvent'>;
  /** Who has opened it; nobody where a deal has opened another by itself. */
  by?: Actor;
  from?: Beginning;
}

/** Taken over from the deal by whose offer the purchase was made, or what AWS and a person say of it. */
export type Beginning = Pick<Deal, 'terms' | 'owner' | 'ownerTimeZone' | 'signer' | 'remindersStopped'> & {
  /** The deal that made the offer. */
  dealId?: string;
  offer: Offer;
  /** By what the customer's organization may be found in the accounts. */
  organizationHint?: string;
};

/** What the mail of an account is sent with. `reminders`: business hours after it, at which its reader is reminded. */
export interface AccountMailInput {
  /** Of the mail in the outbox. */
  key: string;
  reminders?: { hours: number[]; clock: { scale: number; anchor: number } };
}

/** What travels into a new run: plain JSON. */
export interface Continued {
  deal: Deal;
  /** Commands that have their entry, newest last, so that a late repetition still does nothing. */
  settled: string[];
  /** Events of the runs before, so that the history of a deal only ever grows. */
  historyBefore: number;
}

/** One deal is one workflow, found by the deal's own id. */
export const dealWorkflowId = (dealId: string) => `deal-${dealId}`;
export const dealIdOf = (workflowId: string) => workflowId.replace(/^deal-/, '');
/** AWS limits the calls to each of its APIs, so each has a task queue of its own. */
export type AwsApi = 'catalog' | 'agreement' | 'entitlement';
export const awsQueue = (taskQueue: string, api: AwsApi) => `${taskQueue}-aws-${api}`;

export const dealWorkflow = 'deal';
export const mailWorkflow = 'accountMail';
export const reconcileWorkflow = 'reconcile';
export const askProductsWorkflow = 'askProducts';
export const deliverEntriesWorkflow = 'deliverEntries';
export const deliverHeldWorkflow = 'deliverHeld';
export const staffChatWorkflow = 'staffChat';

/** What a signal carries: the command without its type, which is the signal's name. There is one signal a command. */
export type SignalPayload<T extends CommandType = CommandType> = CommandEnvelope & Omit<CommandOf<T>, 'type'>;
