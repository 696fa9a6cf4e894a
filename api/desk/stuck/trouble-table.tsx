import { isDifference } from '../../../deal/care/cure.ts';
import { stepNameIn } from '../../../deal/keys.ts';
import { retryWorth, type Stuck } from '../../../deal/stuck.ts';
import { formatMoney } from '../../../shared/i18n/format.ts';
import type { Trouble } from '../../service/stuck/find.ts';
import { StageBadge } from '../../ui/badge.tsx';
import { Countdown } from '../../ui/countdown.tsx';
import { Button, LinkButton } from '../../ui/fields/button.tsx';
import { type Row, Table } from '../../ui/table.tsx';
import { cureUrl, dealUrl } from '../deal/view.ts';
import { pickName } from '../deals/bulk/picked.ts';
import { nameOf } from '../staff.ts';
import { mayRetry, maySolveByHand } from './may-retry.ts';
import { type StuckView, whatOf } from './view.ts';

interface Props {
  view: StuckView;
  group: StuckView['groups'][number];
}

/** The deals that are stuck for one reason, each with what cures it. */
export function TroubleTable({ view, group }: Props) {
  const { desk, deal } = view.context.messages;
  const { board, list } = desk;
  return (
    <Table
      caption={deal.stuck[group.reason]}
      columns={[
        { label: list.company },
        { label: board.step },
        { label: board.since },
        { label: board.failures, numeric: true },
        { label: list.amount, numeric: true },
        { label: list.owner },
        { label: board.cure },
      ]}
      rows={group.troubles.map(each => rowOf(each, view))}
    />
  );
}

function rowOf(trouble: Trouble, view: StuckView): Row {
  const { context, colleagues } = view;
  const { lang, now, messages } = context;
  const { row, stuck, failures } = trouble;
  const none = <span class="quiet">–</span>;
  return {
    key: whatOf(trouble),
    cells: [
      <Company key="company" trouble={trouble} view={view} />,
      <Step key="step" stuck={stuck} view={view} />,
      <span key="since" class="quiet">
        <Countdown until={stuck.since} now={now} lang={lang} />
      </span>,
      failures > 0 ? String(failures) : none,
      row.total ? formatMoney(row.total.amount, { ...row.total, language: lang }) : none,
      nameOf(row.owner, colleagues) ?? <span class="quiet">{messages.desk.list.noOwner}</span>,
      <Cure key="cure" trouble={trouble} view={view} />,
    ],
  };
}

function Company({ trouble, view }: { trouble: Trouble; view: StuckView }) {
  const { messages, staff } = view.context;
  const { row } = trouble;
  const what = whatOf(trouble);
  const isTicked = view.attempt?.ticked.includes(what);
  const mayTick = mayRetry(trouble, staff) || maySolveByHand(trouble, staff);
  const company = (
    <div>
      <a class="row-link" href={dealUrl(row.dealId)}>
        {row.company}
      </a>
      <div class="quiet small">{row.contact}</div>
      <StageBadge stage={row.stage} messages={messages} />
    </div>
  );
  if (!mayTick) return company;
  return (
    <div class="pick">
      <label class="pick__box" for={`pick-${what}`}>
        <span class="visually-hidden">{messages.desk.list.bulk.tick(row.company)}</span>
        <input type="checkbox" id={`pick-${what}`} name={pickName(what)} value="yes" checked={isTicked} />
      </label>
      {company}
    </div>
  );
}

/** More of AWS's own words stands on the deal's page. */
const longestDetail = 160;

function Step({ stuck, view: { context } }: { stuck: Stuck; view: StuckView }) {
  const { board } = context.messages.desk;
  // Both sides of a difference are compared on the deal's page.
  const detail = isDifference(stuck) ? '' : stuck.detail;
  return (
    <div class="stack stack--tight">
      <span>{board.steps[stepIn(stuck)]}</span>
      {detail && (
        <span class="quiet small">
          {detail.length > longestDetail ? `${detail.slice(0, longestDetail)}…` : detail}
        </span>
      )}
    </div>
  );
}

const waits = ['offer', 'agreement', 'acceptance', 'setUp', 'license', 'engine'] as const;

/** What stands still: an effect, or what others must do. */
const stepIn = ({ step }: Stuck) => stepNameIn(step) ?? waits.find(each => each === step) ?? 'acceptance';

/** A button where one press is all of it; where somebody must think, the way to where both sides can be seen. */
function Cure({ trouble, view: { context } }: { trouble: Trouble; view: StuckView }) {
  const { desk } = context.messages;
  const { row, stuck } = trouble;
  const isPress = mayRetry(trouble, context.staff);
  const isFirst = isPress && retryWorth[stuck.cure] === 'cures';
  const retry = isPress && (
    <Button kind={isFirst ? 'secondary' : 'quiet'} size="small" name="only" value={whatOf(trouble)}>
      {desk.board.again[stepIn(stuck)]}
      <span class="visually-hidden"> {row.company}</span>
    </Button>
  );
  return (
    <div class="cures">
      {isFirst && retry}
      <LinkButton kind={isFirst ? 'quiet' : 'secondary'} size="small" href={cureUrl(row.dealId, stuck.step)}>
        {isDifference(stuck) ? desk.board.compare : desk.board.see[stuck.cure]}
        <span class="visually-hidden"> {row.company}</span>
      </LinkButton>
      {!isFirst && retry}
    </div>
  );
}
