import { Alert } from '../../ui/alert.tsx';
import { LinkButton } from '../../ui/fields/button.tsx';
import { DeskFrame } from '../desk-frame.tsx';
import { doneCount, startPoints } from '../settings/start/checklist.ts';
import { startUrl } from '../settings/start/start-page.tsx';
import { PipelineCard } from './pipeline-card.tsx';
import type { HomeView } from './view.ts';
import { WaitingCard } from './waiting-card.tsx';

/** What needs the reader now, in the order of its clock, and below it how all deals stand. */
export function HomePage({ view }: { view: HomeView }) {
  const { context, whose, waiting, isWhole } = view;
  const { desk, ui } = context.messages;
  const { home } = desk;
  return (
    <DeskFrame context={context} title={home.title} current="home" isLive>
      <div class="heading">
        <div>
          <h1>{home.title}</h1>
          <p class="quiet">{home.lead(waiting.length, isWhole)}</p>
        </div>
        <LinkButton kind="secondary" href="/desk/inquiries/new">
          {ui.newInquiry}
        </LinkButton>
      </div>
      <FirstSteps view={view} />
      <nav class="tabs" aria-label={home.whose}>
        {(['mine', 'team'] as const).map(each => (
          <a
            key={each}
            class="tabs__item"
            href={each === 'mine' ? '/desk' : '/desk?whose=team'}
            aria-current={each === whose ? 'page' : undefined}
          >
            {home[each]}
          </a>
        ))}
        {context.staff.roles.includes('approver') && (
          <a class="tabs__item" href="/desk/approvals">
            {desk.approvals.title}
          </a>
        )}
      </nav>
      <div id="waiting" data-part>
        <WaitingCard view={view} />
      </div>
      <div id="pipeline-part" data-part>
        <PipelineCard view={view} />
      </div>
    </DeskFrame>
  );
}

/** Until a new installation has carried a deal to its end, its admins are led there. */
function FirstSteps({ view: { context, checklist } }: { view: HomeView }) {
  const { start: words } = context.messages.desk.settings;
  if (!checklist) return null;
  const [done, all] = [doneCount(checklist), startPoints.length];
  if (done === all) return null;
  return (
    <Alert
      title={words.banner({ done, all })}
      actions={
        <LinkButton kind="secondary" size="small" href={startUrl}>
          {words.bannerAction}
        </LinkButton>
      }
    >
      <p>{words.bannerText}</p>
    </Alert>
  );
}
