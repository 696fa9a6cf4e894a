import { Count, type DeskPlace, Place } from './desk-place.tsx';
import { type DeskStaff, MorePlaces } from './more-places.tsx';
import type { PageContext } from './page-context.ts';

interface Props {
  context: PageContext;
  staff: DeskStaff;
  current?: DeskPlace;
}

/** The places of a day's work in one line, and the rest one press away. */
export function DeskNavigation({ context: { messages }, staff, current }: Props) {
  const { ui, desk, events, mailLog } = messages;
  return (
    <nav class="navigation" id="navigation" data-part aria-label={ui.navigation}>
      <Place href="/desk" isCurrent={current === 'home'}>
        {ui.home}
        <Count count={staff.waiting} words={ui.waitingForYou} />
      </Place>
      <Place href="/desk/deals" isCurrent={current === 'deals'}>
        {ui.deals}
      </Place>
      <Place href="/desk/stuck" isCurrent={current === 'stuck'}>
        {desk.board.short}
        <Count count={staff.stuck} words={desk.board.counted} tone="warning" />
      </Place>
      {staff.unmatched !== undefined && (
        <Place href="/desk/events" isCurrent={current === 'unmatched'} isFurtherOnPhones>
          {events.title}
          <Count count={staff.unmatched} words={events.waiting} tone="warning" />
        </Place>
      )}
      <Place href="/desk/mails" isCurrent={current === 'mails'} isFurtherOnPhones>
        {mailLog.title}
      </Place>
      <MorePlaces messages={messages} staff={staff} current={current} />
    </nav>
  );
}
