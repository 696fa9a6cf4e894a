import { Alert } from '../../../ui/alert.tsx';
import { Button } from '../../../ui/fields/button.tsx';
import { dealUrl } from '../../deal/view.ts';
import type { Part } from '../form-parts.tsx';
import { draftSeen } from './draft-shown.ts';

/** Whose draft stands in the form, or why what was typed is not kept. */
export function DraftAlert({ view: { context, deal, draft } }: Part) {
  const { draft: words } = context.messages.desk.terms;
  if (draft.conflict)
    return (
      <Alert
        tone="warning"
        title={words.notKept}
        actions={
          draft.conflict === 'changed' && (
            <a href={`${dealUrl(deal.dealId)}/terms`} target="_blank" rel="noopener">
              {words.theirs}
            </a>
          )
        }
      >
        <p>{draft.said}</p>
      </Alert>
    );
  if (!draft.opened) return null;
  return (
    <Alert tone={draft.olderThan ? 'warning' : 'info'} title={draft.opened}>
      {draft.olderThan && <p>{words.older(draft.olderThan)}</p>}
    </Alert>
  );
}

/** Which draft the form goes on with; the script writes here whenever it has kept it. */
export const DraftField = ({ view }: Part) => (
  <input type="hidden" name={draftSeen} value={view.draft.revision} />
);

/** Who keeps what is written here. */
export function DraftLine({ view: { context, draft } }: Part) {
  const { draft: words } = context.messages.desk.terms;
  return (
    <p class="quiet small">
      <span data-output="draft" data-not-kept={words.away}>
        {draft.conflict ? words.notKept : draft.said}
      </span>
      <strong aria-live="assertive" data-output="draftProblem" />
    </p>
  );
}

/** Takes what is written out of the form's hands, whatever it is worth. */
export const KeepButton = ({ view: { context } }: Part) => (
  <Button kind="quiet" name="keep" value="yes">
    {context.messages.desk.terms.draft.keep}
  </Button>
);
