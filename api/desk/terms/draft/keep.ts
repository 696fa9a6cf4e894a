import type { Deal } from '../../../../deal/deal.ts';
import type { Deps } from '../../../deps.ts';
import type { FormValues } from '../../../forms/fields.ts';
import { commandIdOf, nonceIn } from '../../../forms/nonce.ts';
import { draftFieldsIn } from '../../../service/draft/draft-fields.ts';
import { type Kept, keepDraft, type Seen } from '../../../service/draft/drafts.ts';
import type { DeskContext } from '../../desk-context.ts';
import { actorOf } from '../../staff.ts';
import { draftSeen } from './draft-shown.ts';

interface Typed {
  context: DeskContext;
  deal: Deal;
  values: FormValues;
}

/** The draft that a form goes on with. What is pressed comes after all that its page has kept by itself. */
export const seenBy = (values: FormValues): Seen => ({
  revision: values[draftSeen] || undefined,
  writer: nonceIn(values),
});

/** Keeps what stands in the form of the terms, whether it holds or not. Throws as `keepDraft` does. */
export function keepTyped(deps: Deps, { context, deal, values }: Typed, seen: Seen): Promise<Kept> {
  const writer = nonceIn(values);
  return keepDraft(deps, {
    deal,
    by: actorOf(context.staff),
    language: context.lang,
    revision: commandIdOf(values, writer),
    seen,
    writer,
    fields: draftFieldsIn(values),
  });
}
