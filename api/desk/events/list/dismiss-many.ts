import type { Actor } from '../../../../deal/people.ts';
import type { Deps } from '../../../deps.ts';
import type { FormValues } from '../../../forms/fields.ts';
import { arrivalItem, eventItem, type Item } from '../find-events.ts';
import { type BoxKind, boxesIn, shownName, tickName } from './view.ts';

/** Who finds what a line stands for. Throws the Problem notFound. */
export const finders: Record<BoxKind, (deps: Deps, id: string) => Promise<Item>> = {
  purchase: eventItem,
  arrival: arrivalItem,
};

/** The lines that were ticked in a form, or all that its page had. */
export function tickedIn(typed: FormValues) {
  return boxesIn(typed, typed.all ? shownName : tickName);
}

/**
 * Notes of several lines that they belong to no deal, each as if it were dismissed by itself. What somebody has decided
 * meanwhile stays as he decided.
 */
export async function dismissMany(
  deps: Deps,
  { ticked, ...dismissal }: { ticked: ReturnType<typeof tickedIn>; by: Actor; reason: string },
): Promise<void> {
  for (const { kind, id } of ticked) {
    const item = await finders[kind](deps, id);
    if (!item.settled && !item.begun) await item.dismiss(dismissal);
  }
}
