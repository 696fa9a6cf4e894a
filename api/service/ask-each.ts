import type { Given } from '../../deal/commands.ts';
import type { Actor } from '../../deal/people.ts';
import type { RefusalCode } from '../../deal/refusals.ts';
import { Problem } from '../../shared/problems.ts';
import type { Deps } from '../deps.ts';
import { type Answer, askDeal } from './ask.ts';

/** What one of several deals is asked for. */
export interface OneAsked {
  dealId: string;
  body: Given;
  /** Tells several commands to one deal apart. */
  which?: string;
}

/** What became of it. A deal that is over, or gone, has no refusal of its own. */
export interface OneAnswered {
  dealId: string;
  commandId: string;
  state: Answer['state'];
  refusal?: RefusalCode;
}

interface Asked {
  asks: readonly OneAsked[];
  by: Actor;
  /** Of them together; each deal has a command of its own, made from it, so that sending again does nothing twice. */
  commandId: string;
}

/** Asks several deals. Throws the Problems commandIdReused and temporalUnavailable; what was taken until then is taken once. */
export function askEach(deps: Deps, { asks, by, commandId }: Asked): Promise<OneAnswered[]> {
  return Promise.all(
    asks.map(async ({ dealId, body, which }) => {
      const own = [commandId, dealId, which].filter(Boolean).join('-');
      const asked = { dealId, body, by, commandId: own };
      const answer = await askDeal(deps, asked).then(stateOf, refusedIfClosed);
      return { dealId, commandId: own, ...answer };
    }),
  );
}

function stateOf(answer: Answer): Pick<OneAnswered, 'state' | 'refusal'> {
  const refusal = answer.state === 'refused' ? answer.entry.refusal?.code : undefined;
  return { state: answer.state, ...(refusal && { refusal }) };
}

/** A deal that is over, or gone, takes no step; the others do all the same. */
function refusedIfClosed(error: unknown): Pick<OneAnswered, 'state'> {
  const isOver = error instanceof Problem && (error.code === 'refused' || error.code === 'dealNotFound');
  if (isOver) return { state: 'refused' };
  throw error;
}
