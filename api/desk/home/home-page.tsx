import { LinkButton } from '../../ui/fields/button.tsx';
import type { DeskContext } from '../desk-context.ts';
import { DeskFrame } from '../desk-frame.tsx';
import type { StaffMember } from '../staff.ts';
import type { Waiting, Whose } from './find-waiting.ts';
import type { StageSum } from './pipeline.ts';
import { PipelineCard } from './pipeline-card.tsx';
import { WaitingCard } from './waiting-card.tsx';

export interface HomeView {
  context: DeskContext;
  whose: Whose;
  waiting: Waiting[];
  /** False when more waits than is shown. */
  isWhole: boolean;
  stages: StageSum[];
  colleagues: StaffMember[];
}

/** What needs the reader now, in the order of its clock, and below it how all deals stand. */
export function HomePage({ view }: { view: HomeView }) {
  const { context, whose, waiting, isWhole } = view;
  const { home, ui } = context.messages;
  return (
    <DeskFrame context={context} title={home.title} current="home">
      <div class="heading">
        <div>
          <h1>{home.title}</h1>
          <p class="quiet">{home.lead(waiting.length, isWhole)}</p>
        </div>
        <LinkButton kind="secondary" href="/desk/inquiries/new">
          {ui.newInquiry}
        </LinkButton>
      </div>
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
      </nav>
      <WaitingCard view={view} />
      <PipelineCard view={view} />
    </DeskFrame>
  );
}
