import type { Deal } from '../../../../deal/deal.ts';
import { formatMoment } from '../../../../shared/i18n/format.ts';
import { LinkButton } from '../../../ui/fields/button.tsx';
import { DeskPage } from '../../../ui/pages/desk-page.tsx';
import type { PageContext } from '../../../ui/pages/page-context.ts';
import { Progress } from '../../../ui/progress.tsx';
import { actorText } from '../../desk-context.ts';
import type { StaffMember } from '../../staff.ts';
import { approvalsUrl } from '../approvals-page.tsx';
import type { LinkVisit } from './link-visit.ts';

interface OverView {
  context: PageContext;
  staff: StaffMember;
  deal: Deal;
  state: Exclude<LinkVisit['state'], 'open' | 'mustSignIn'>;
}

/** What a link tells that decides nothing any more: why, and where else to go. Of the deal it says nothing but the decision. */
export function OverPage({ view }: { view: OverView }) {
  const { context, state, staff } = view;
  const { fromMail } = context.messages.desk.approvals;
  if (state === 'decided') return <DecidedPage view={view} />;
  const { title, text } = fromMail.over[state];
  return (
    <Told context={context} title={title}>
      {text(staff.name)}
    </Told>
  );
}

function DecidedPage({ view: { context, deal, staff } }: { view: OverView }) {
  const { messages, lang } = context;
  const { approval, inquiry } = deal;
  const { fromMail } = messages.desk.approvals;
  const answer = approval?.state === 'approved' ? 'approved' : 'rejected';
  const at = approval?.decidedAt ?? deal.updatedAt;
  return (
    <Told context={context} title={fromMail.decided[answer](inquiry.company)}>
      {fromMail.decidedBy({
        name: approval?.decidedBy ? actorText(messages, approval.decidedBy) : '',
        moment: formatMoment(at, { language: lang, timeZone: staff.timeZone }),
      })}{' '}
      {fromMail.next[answer]}
    </Told>
  );
}

/** The press is safe with the deal, which has not decided yet. */
export function PendingPage({ context, path }: { context: PageContext; path: string }) {
  const { desk } = context.messages;
  return (
    <DeskPage context={context} title={desk.deal.recorded}>
      <div class="card card--roomy stack">
        <h1>{desk.deal.recorded}</h1>
        <Progress messages={context.messages} id="recorded" url={path} running>
          <p>{desk.deal.recordedText}</p>
        </Progress>
      </div>
    </DeskPage>
  );
}

function Told({
  context,
  title,
  children,
}: {
  context: PageContext;
  title: string;
  children: string[] | string;
}) {
  return (
    <DeskPage context={context} title={title}>
      <div class="card card--roomy stack">
        <h1>{title}</h1>
        <p class="lead">{children}</p>
        <div class="actions">
          <LinkButton kind="secondary" href={approvalsUrl}>
            {context.messages.desk.approvals.fromMail.queue}
          </LinkButton>
        </div>
      </div>
    </DeskPage>
  );
}
