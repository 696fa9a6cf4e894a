import type { TermsDraftRecord } from '../../../../shared/models/desk/terms-draft.ts';
import { type DeskContext, momentText } from '../../desk-context.ts';

/** The name of the field that says which state of the draft a form goes on with. */
export const draftSeen = 'draft';

/** How the form stands to the draft of the deal. */
export interface DraftShown {
  /** Of the draft whose place the form would take; empty when there is none. */
  revision: string;
  /** Who keeps it and when, or what is in the way of keeping it. */
  said?: string;
  /** Whose words stand in the form, when it is opened. */
  opened?: string;
  /** It was begun before this version was proposed. */
  olderThan?: number;
  /** What was typed is not kept: there is another draft, or none any more. */
  conflict?: 'changed' | 'gone';
}

export type DraftKept = Pick<TermsDraftRecord, 'by' | 'at' | 'revision' | 'versions'>;

/** Who kept a draft, and when, in the reader's words. */
export const keeperOf = ({ by, at }: Pick<DraftKept, 'by' | 'at'>, context: DeskContext) => ({
  name: by.name ?? by.id,
  at: momentText(context, at),
});

/** A draft that the form is about; `versions` is how many versions of the terms there are now. */
export function draftShown(
  draft: DraftKept | undefined,
  { context, versions }: { context: DeskContext; versions: number },
): DraftShown {
  if (!draft) return { revision: '' };
  const { draft: words } = context.messages.desk.terms;
  return {
    revision: draft.revision,
    said: words.kept(keeperOf(draft, context)),
    opened: words.opened(keeperOf(draft, context)),
    ...(draft.versions < versions && { olderThan: versions }),
  };
}

/** Somebody else has kept or ended the draft meanwhile. What stands in the form would take the place of it. */
export function conflictShown(other: DraftKept | undefined, context: DeskContext): DraftShown {
  const { draft: words } = context.messages.desk.terms;
  return other
    ? { revision: other.revision, conflict: 'changed', said: words.changed(keeperOf(other, context)) }
    : { revision: '', conflict: 'gone', said: words.gone };
}
