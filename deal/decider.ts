import { withHolidays } from './calendar/holidays.ts';
import { latest } from './calendar/moments.ts';
import type { Command, CommandType } from './commands.ts';
import { formRefusal } from './contract/parse-command.ts';
import { currentOffer, type Deal, type Inquiry } from './deal.ts';
import type { DealEvent, Entry, EventType } from './events.ts';
import { keysOf } from './keys-of.ts';
import { mailEvolution } from './mails/evolution.ts';
import { mailsFor } from './mails/mails-for.ts';
import { mailRules } from './mails/rules.ts';
import { changeSetRunning } from './offer/change-set.ts';
import { mayBeScanner } from './offer/scanner.ts';
import { withPageLinks } from './page-links/page-links.ts';
import type { Evolution, Party, Rule, Rules } from './part.ts';
import { partEvolution, partRules } from './parts.ts';
import type { Actor } from './people.ts';
import type { Policy } from './policy.ts';
import type { Refusal } from './refusals.ts';
import { reminderEvolution } from './reminders/evolution.ts';
import { withReminded } from './reminders/mails.ts';
import { reminderRules } from './reminders/rules.ts';
import { isClosed, type Stage, stageOf } from './stages.ts';
import { withoutPastTroubles } from './steps.ts';

/** The whole contract of a deal with the people and systems around it. */
export const rules: Rules<CommandType> = { ...partRules, ...reminderRules, ...mailRules };
const evolution: Evolution<EventType> = { ...partEvolution, ...reminderEvolution, ...mailEvolution };

export const commandTypes = keysOf(rules);

/** A deal is what its entries have made of it: begun, asked, and changed here and nowhere else. Pure. */
export const dealDecider = { initial, decide, evolve };

/** The deal before its first entry. */
function initial(opening: { dealId: string; at: string; inquiry: Inquiry; policy: Policy }): Deal {
  const { dealId, at, inquiry, policy } = opening;
  return {
    dealId,
    seq: 0,
    openedAt: at,
    updatedAt: at,
    stage: 'inquiry',
    stageSince: at,
    stays: [],
    policy,
    inquiry,
    terms: [],
    proposals: [],
    changeSetAttempts: 0,
    changeSetIds: [],
    formerAgreements: [],
    secondPurchases: [],
    endingLinks: [],
    revision: 0,
    offers: [],
    stuck: [],
    ticks: [],
    pageLinks: [],
    passed: [],
    hurried: [],
    skipped: [],
    mails: [],
    remindersStopped: [],
    reminded: {},
  };
}

/** Undefined: the command applies. Otherwise the reason why not. `now` is ISO business time. */
function decide(deal: Deal, command: Command, now: string): Refusal | undefined {
  const refusal = formRefusal(command);
  if (refusal) return refusal;
  const rule = rules[command.type] as Rule<CommandType>;
  if (!mayAsk(command.type, command.by)) return { code: 'notYours' };
  if (!isItsTime(rule, deal)) return { code: isClosed(deal) ? 'dealClosed' : 'notNow' };
  if (rule.waitsForAws && changeSetRunning(deal)) return { code: 'changeSetRunning' };
  return rule.refuse?.({ deal, command, now });
}

/** The deal after one timeline entry. A refused entry changes nothing but the number of entries. */
function evolve(deal: Deal, entry: Entry): Deal {
  const counted = { ...deal, seq: entry.seq, updatedAt: entry.decidedAt };
  if (entry.outcome === 'refused') return counted;
  const apply = evolution[entry.event.type] as (deal: Deal, event: DealEvent, entry: Entry) => Deal;
  const applied = apply({ ...counted, ...actedBy(deal, entry) }, entry.event, entry);
  const changed = withoutPastTroubles(entry.holidays ? withHolidays(applied, entry.holidays) : applied);
  const after = withPageLinks(inStage(changed, stageOf(changed), entry.decidedAt), entry);
  const mails = mailsFor({ before: deal, after, entry });
  return { ...withReminded(after, entry, mails), mails: [...after.mails, ...mails] };
}

function inStage(deal: Deal, stage: Stage, at: string): Deal {
  if (stage === deal.stage) return deal;
  const left = { stage: deal.stage, from: deal.stageSince, until: at };
  return { ...deal, stage, stageSince: at, stays: [...deal.stays, left] };
}

/** Who did something himself; programs of the staff have no address, but work for them. */
function actedBy(deal: Deal, { by, at, event }: Entry): Pick<Deal, 'buyerActedAt' | 'staffActedAt'> {
  // Both come of looking at the page, whoever it was.
  if (event.type === 'pageOpened' || event.type === 'askForPageLink') return {};
  const offer = currentOffer(deal);
  if (event.type === 'offerSeen' && offer && mayBeScanner(offer, at)) return {};
  if (by.kind === 'buyer') return { buyerActedAt: latest(at, deal.buyerActedAt) };
  return by.kind === 'staff' ? { staffActedAt: at } : {};
}

/** True when the actor belongs to a party that may ask for this at all, whatever the stage. */
export function mayAsk(type: CommandType, actor: Actor): boolean {
  const parties: readonly Party[] = actor.kind === 'staff' ? (actor.roles ?? []) : [actor.kind];
  return rules[type].who.some(party => parties.includes(party));
}

/** True in the stages of a rule, and for what cures also in a closed deal that is not finished. */
function isItsTime({ stages, cures }: Pick<Rule<CommandType>, 'stages' | 'cures'>, deal: Deal): boolean {
  return stages.includes(deal.stage) || (cures === true && isClosed(deal) && deal.stuck.length > 0);
}

/** What this actor may do with the deal now: the buttons of the desk and of the buyer's page. */
export function allowedCommands(deal: Deal, actor: Actor): CommandType[] {
  return commandTypes.filter(type => {
    const { waitsForAws, shown } = rules[type];
    const isOpen = mayAsk(type, actor) && isItsTime(rules[type], deal);
    return isOpen && !(waitsForAws && changeSetRunning(deal)) && (shown?.(deal, actor) ?? true);
  });
}
