import { stuckReasons } from '../../../deal/stuck.ts';
import { formatMoney } from '../../../shared/i18n/format.ts';
import { Button } from '../../ui/fields/button.tsx';
import { Field } from '../../ui/fields/field.tsx';
import { Form } from '../../ui/fields/form.tsx';
import { mayRetry, maySolveByHand } from './may-retry.ts';
import { TroubleTable } from './trouble-table.tsx';
import { boardUrl, reasonName, type StuckView, stuckUrl, whatOf } from './view.ts';

interface Props {
  view: StuckView;
  group: StuckView['groups'][number];
}

/** Everything that is stuck for one reason: how much it is, what cures it, and each deal. */
export function GroupCard({ view, group }: Props) {
  const { context, place } = view;
  const { desk, deal } = context.messages;
  const { reason, troubles } = group;
  const { cures, board } = desk;
  const isMore = !place.reason && group.count > troubles.length;
  return (
    <section class="card stack" aria-labelledby={`kind-${reason}`}>
      <div>
        <h2 id={`kind-${reason}`}>{deal.stuck[reason]}</h2>
        <Sums view={view} group={group} />
      </div>
      <p>{board.ownCures[reason] ?? cures[stuckReasons[reason].cure]}</p>
      <Form action={stuckUrl} keys={context.keys} name={reason} class="stack">
        <input type="hidden" name="kind" value={reason} />
        <input type="hidden" name="at" value={place.reason ?? ''} />
        <input type="hidden" name="sort" value={place.sort} />
        <Many view={view} group={group} />
        <TroubleTable view={view} group={group} />
      </Form>
      {isMore && (
        <p>
          <a href={boardUrl({ reason, sort: place.sort })}>{board.all(group.count, group.isWhole)}</a>
        </p>
      )}
    </section>
  );
}

function Sums({ view: { context }, group: { count, isWhole, totals } }: Props) {
  const { board } = context.messages.desk;
  return (
    <p class="sums small quiet">
      <span>{isWhole ? board.count(count) : board.moreThan(count)}</span>
      {totals.map(({ currency, amount }) => (
        <span key={currency} class="number">
          {formatMoney(amount, { currency, language: context.lang })}
        </span>
      ))}
    </p>
  );
}

/** What is done with several at once. It stands before the rows, so that Enter in a box never presses the button of one row. */
function Many({ view, group }: Props) {
  const { context } = view;
  const { board } = context.messages.desk;
  const { staff } = context;
  const retried = group.troubles.filter(each => mayRetry(each, staff));
  const solvable = group.troubles.filter(each => maySolveByHand(each, staff));
  if (retried.length < 2 && solvable.length === 0) return null;
  return (
    <div class="bulk bulk--above">
      {retried.length > 1 && (
        <>
          <input type="hidden" name="shown" value={retried.map(whatOf).join(',')} />
          <Button kind="secondary" size="small" name="action" value="retry">
            {board.retryTicked}
          </Button>
          <Button kind="quiet" size="small" name="action" value="retryAll">
            {board.retryAll(retried.length)}
          </Button>
        </>
      )}
      {solvable.length > 0 && <Solve view={view} group={group} />}
    </div>
  );
}

function Solve({ view: { context, attempt }, group: { reason } }: Props) {
  const { desk, solved } = context.messages;
  const own = attempt?.reason === reason ? attempt : undefined;
  return (
    <details
      class="disclosure"
      data-fold={`solve ${reason}`}
      open={own?.errors[reasonName(reason)] !== undefined}
    >
      <summary>{solved.title}</summary>
      <div class="stack">
        <p>{desk.board.solveText}</p>
        <Field
          messages={context.messages}
          name={reasonName(reason)}
          label={solved.reason}
          hint={solved.reasonHint}
          value={own?.text}
          error={own?.errors[reasonName(reason)]}
          lines={2}
        />
        <div>
          <Button kind="secondary" name="action" value="solve">
            {desk.board.solveTicked}
          </Button>
        </div>
      </div>
    </details>
  );
}
