import { bytesOfTerms } from '../../../deal/contract/limits.ts';
import type { Deal } from '../../../deal/deal.ts';
import { mayAsk, rules } from '../../../deal/decider.ts';
import { commandIds } from '../../../deal/keys.ts';
import type { Actor, Language } from '../../../deal/people.ts';
import { messagesIn } from '../../../shared/i18n/messages.ts';
import type { TermsDraftRecord } from '../../../shared/models/desk/terms-draft.ts';
import { isDuplicateKey } from '../../../shared/models/duplicate-key.ts';
import { Problem } from '../../../shared/problems.ts';
import type { Deps } from '../../deps.ts';

type Needs = Pick<Deps, 'db' | 'now'>;

/** The state of a draft that somebody has seen. */
export interface Seen {
  revision?: string;
  /** A page that may have written it since, by itself: what is pressed on that page comes after all of it. */
  writer?: string;
}

interface Writing {
  deal: Deal;
  by: Actor;
  /** The reader's, for a refusal in words. */
  language: Language;
}

interface Keeping extends Writing {
  /** Of the new state; the same again changes nothing. */
  revision: string;
  seen: Seen;
  /** The page on which it is written. */
  writer?: string;
  fields: TermsDraftRecord['fields'];
}

/** Somebody else has written meanwhile, or the draft is gone. */
export type Kept = { draft: TermsDraftRecord } | { changed: true; draft?: TermsDraftRecord };

/** Whether terms can be proposed at this stage, so that a draft of them is of use. */
export const takesDrafts = ({ stage }: Pick<Deal, 'stage'>) => rules.proposeTerms.stages.includes(stage);

/** The draft of a deal's terms. One that has become a version is none any more. */
export async function readDraft(
  { db }: Pick<Needs, 'db'>,
  dealId: string,
): Promise<TermsDraftRecord | undefined> {
  const draft = await db.termsDrafts.findById(dealId).lean();
  if (!draft?.proposedAs) return draft ?? undefined;
  const { proposedAs } = draft;
  if (!(await db.timeline.exists({ dealId, commandId: proposedAs, 'entry.outcome': 'applied' })))
    return draft;
  await db.termsDrafts.deleteOne({ _id: dealId, proposedAs });
  return undefined;
}

/**
 * Keeps what was typed, valid or not, in the place of the draft that its writer has seen, and of no other.
 * Throws the Problems forbidden, refused and tooLarge.
 */
export async function keepDraft({ db, now }: Needs, keeping: Keeping): Promise<Kept> {
  mayWrite(keeping);
  const { deal, by, revision, seen, writer, fields } = keeping;
  if (bytesOf(fields) > bytesOfTerms.version) throw new Problem('tooLarge');
  const before = await readDraft({ db }, deal.dealId);
  if (before?.revision === revision) return { draft: before };
  const draft: TermsDraftRecord = {
    _id: deal.dealId,
    revision,
    ...(writer && { writer }),
    fields,
    versions: deal.terms.length,
    by,
    at: now(),
    writtenAt: new Date(),
  };
  if (await write({ db }, { draft, seen })) return { draft };
  const other = await readDraft({ db }, deal.dealId);
  return other?.revision === revision ? { draft: other } : { changed: true, ...(other && { draft: other }) };
}

const bytesOf = (fields: TermsDraftRecord['fields']) => Buffer.byteLength(JSON.stringify(fields));

/** False when there is another draft than was seen, or none any more. */
async function write(
  { db }: Pick<Needs, 'db'>,
  { draft, seen }: { draft: TermsDraftRecord; seen: Seen },
): Promise<boolean> {
  const { matchedCount } = await db.termsDrafts.replaceOne(seenAs(draft._id, seen), draft);
  if (matchedCount > 0) return true;
  if (seen.revision) return false;
  try {
    await db.termsDrafts.create(draft);
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

const seenAs = (dealId: string, { revision, writer }: Seen) => ({
  _id: dealId,
  $or: [{ revision: revision ?? '' }, ...(writer ? [{ writer }] : [])],
});

/** Throws the draft away that was seen; false when there is another one now. Throws the Problems forbidden and refused. */
export async function discardDraft(
  { db }: Pick<Needs, 'db'>,
  { seen, ...writing }: Writing & { seen: Seen },
): Promise<boolean> {
  mayWrite(writing);
  const { dealId } = writing.deal;
  const { deletedCount } = await db.termsDrafts.deleteOne(seenAs(dealId, seen));
  return deletedCount > 0 || (await readDraft({ db }, dealId)) === undefined;
}

interface Proposing {
  dealId: string;
  by: Actor;
  commandId: string;
  seen: Seen;
}

/** Notes by which command the draft is proposed, so that it is gone once that is applied, whatever dies meanwhile. */
export async function noteProposing(
  { db }: Pick<Needs, 'db'>,
  { dealId, by, commandId, seen }: Proposing,
): Promise<void> {
  const proposedAs = commandIds.chosen(by, commandId);
  await db.termsDrafts.updateOne(seenAs(dealId, seen), { $set: { proposedAs } });
}

/** Whoever may propose terms may write a draft of them, as long as the deal takes any. */
function mayWrite({ deal, by, language }: Writing): void {
  if (!mayAsk('proposeTerms', by)) throw new Problem('forbidden');
  if (takesDrafts(deal)) return;
  const { refusals } = messagesIn(language).deal;
  throw new Problem('refused', { detail: refusals[deal.closed ? 'dealClosed' : 'notNow'] });
}
