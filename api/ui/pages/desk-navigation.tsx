import type { ComponentChildren } from 'preact';
import type { Messages } from '../../../shared/i18n/messages.ts';
import type { PageContext } from './page-context.ts';

export type DeskPlace = 'home' | 'deals' | 'stuck' | 'unmatched' | 'mails' | NameInMore;
type NameInMore = 'newInquiry' | 'report' | 'webhooks' | 'audit';

/** What waits, told beside the places; `unmatched` is absent for whoever may not decide about it. */
interface Counts {
  waiting: number;
  stuck: number;
  unmatched?: number;
  /** He may read what everybody has done. */
  mayAudit?: boolean;
}

interface Props {
  context: PageContext;
  counts: Counts;
  current?: DeskPlace;
}

/** The places of a day's work in one line, and the rest one press away. */
export function DeskNavigation({ context: { messages }, counts, current }: Props) {
  const { ui, desk, events, mailLog } = messages;
  return (
    <nav class="navigation" id="navigation" data-part aria-label={ui.navigation}>
      <Place href="/desk" isCurrent={current === 'home'}>
        {ui.home}
        <Count count={counts.waiting} words={ui.waitingForYou} />
      </Place>
      <Place href="/desk/deals" isCurrent={current === 'deals'}>
        {ui.deals}
      </Place>
      <Place href="/desk/stuck" isCurrent={current === 'stuck'}>
        {desk.board.short}
        <Count count={counts.stuck} words={desk.board.counted} tone="warning" />
      </Place>
      {counts.unmatched !== undefined && (
        <Place href="/desk/events" isCurrent={current === 'unmatched'}>
          {events.title}
          <Count count={counts.unmatched} words={events.waiting} tone="warning" />
        </Place>
      )}
      <Place href="/desk/mails" isCurrent={current === 'mails'}>
        {mailLog.title}
      </Place>
      <More messages={messages} counts={counts} current={current} />
    </nav>
  );
}

interface PlaceInMore {
  name: NameInMore;
  href: string;
  label: (messages: Messages) => string;
  /** For whoever decides about what is unmatched. */
  ofDeciders?: true;
  ofAuditors?: true;
}

/** What is not opened many times a day; one line each. */
const inMore: readonly PlaceInMore[] = [
  { name: 'newInquiry', href: '/desk/inquiries/new', label: ({ ui }) => ui.newInquiry },
  { name: 'report', href: '/desk/report', label: ({ desk }) => desk.report.title },
  { name: 'webhooks', href: '/desk/webhooks', label: ({ webhooks }) => webhooks.title, ofDeciders: true },
  { name: 'audit', href: '/desk/audit', label: ({ desk }) => desk.audit.title, ofAuditors: true },
];

/** Opens without script. The script closes it again by Escape, or once something else is pressed. */
function More({ messages, counts, current }: Omit<Props, 'context'> & { messages: Messages }) {
  const places = inMore.filter(
    ({ ofDeciders, ofAuditors }) =>
      (!ofDeciders || counts.unmatched !== undefined) && (!ofAuditors || counts.mayAudit),
  );
  const here = places.find(({ name }) => name === current);
  return (
    <details class="more" data-more>
      <summary class="navigation__item" data-here={here && 'yes'}>
        {here ? messages.ui.moreAt(here.label(messages)) : messages.ui.more}
      </summary>
      <ul class="more__list">
        {places.map(({ name, href, label }) => (
          <li key={name}>
            <Place href={href} isCurrent={name === current}>
              {label(messages)}
            </Place>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** One place of the desk. */
function Place(props: { href: string; isCurrent: boolean; children: ComponentChildren }) {
  return (
    <a href={props.href} class="navigation__item" aria-current={props.isCurrent ? 'page' : undefined}>
      {props.children}
    </a>
  );
}

const mostShown = 99;

/** A number beside a place, said with its words to whoever hears the page; nothing when there is none. */
function Count({
  count,
  words,
  tone,
}: {
  count: number;
  words: (number: string) => string;
  tone?: 'warning';
}) {
  const number = count > mostShown ? `${mostShown}+` : String(count);
  if (count === 0) return null;
  return (
    <>
      {' '}
      <span class={tone ? `count count--${tone}` : 'count'} aria-hidden="true">
        {number}
      </span>
      <span class="visually-hidden">{words(number)}</span>
    </>
  );
}
