import type { Messages } from '../../../shared/i18n/messages.ts';
import type { FormKeys } from '../fields/form.tsx';
import { Count, type DeskPlace, type NameInMore, Place } from './desk-place.tsx';
import { Profile, Settings, SignOut } from './person.tsx';

/** Who is signed in, and what waits; `unmatched` is absent for whoever may not decide about it. */
export interface DeskStaff {
  name: string;
  administers?: boolean;
  keys: FormKeys;
  waiting: number;
  stuck: number;
  unmatched?: number;
  /** He may read what everybody has done. */
  mayAudit?: boolean;
}

interface Props {
  messages: Messages;
  staff: DeskStaff;
  current?: DeskPlace;
}

interface PlaceInMore {
  name: NameInMore | 'unmatched' | 'mails';
  href: string;
  label: (messages: Messages) => string;
  /** On a wide page it stands beside the others. */
  onPhones?: true;
  /** For whoever decides about what is unmatched. */
  ofDeciders?: true;
  ofAuditors?: true;
}

/** What is not opened many times a day, and on a telephone what else finds no room; one line each. */
const inMore: readonly PlaceInMore[] = [
  {
    name: 'unmatched',
    href: '/desk/events',
    label: ({ events }) => events.title,
    ofDeciders: true,
    onPhones: true,
  },
  { name: 'mails', href: '/desk/mails', label: ({ mailLog }) => mailLog.title, onPhones: true },
  { name: 'newInquiry', href: '/desk/inquiries/new', label: ({ ui }) => ui.newInquiry },
  { name: 'report', href: '/desk/report', label: ({ desk }) => desk.report.title },
  { name: 'webhooks', href: '/desk/webhooks', label: ({ webhooks }) => webhooks.title, ofDeciders: true },
  { name: 'audit', href: '/desk/audit', label: ({ desk }) => desk.audit.title, ofAuditors: true },
];

/** Opens without script. The script closes it again by Escape, or once something else is pressed. */
export function MorePlaces({ messages, staff, current }: Props) {
  const { unmatched, mayAudit } = staff;
  const places = inMore.filter(
    ({ ofDeciders, ofAuditors }) => (!ofDeciders || unmatched !== undefined) && (!ofAuditors || mayAudit),
  );
  const here = places.find(({ name }) => name === current);
  const isHere = here && (here.onPhones ? 'on-phones' : 'yes');
  return (
    <details class="more" data-fold="more" data-more>
      <summary class="navigation__item" data-here={isHere}>
        {isHere === 'yes' && here ? messages.ui.moreAt(here.label(messages)) : messages.ui.more}
        {unmatched ? (
          <span class="narrow-only">
            <Count count={unmatched} words={messages.events.waiting} tone="warning" />
          </span>
        ) : null}
      </summary>
      <ul class="more__list">
        {places.map(({ name, href, label, onPhones }) => (
          <li key={name} class={onPhones && 'narrow-only'}>
            <Place href={href} isCurrent={name === current}>
              {label(messages)}
              {name === 'unmatched' && (
                <Count count={unmatched ?? 0} words={messages.events.waiting} tone="warning" />
              )}
            </Place>
          </li>
        ))}
        <PersonOnPhones messages={messages} staff={staff} />
      </ul>
    </details>
  );
}

function PersonOnPhones({ messages, staff }: Props) {
  return (
    <>
      {staff.administers && (
        <li class="narrow-only">
          <Settings class="navigation__item" messages={messages} />
        </li>
      )}
      <li class="narrow-only more__person">
        <Profile class="navigation__item" messages={messages} name={staff.name} />
        <SignOut messages={messages} keys={staff.keys} name="more" />
      </li>
    </>
  );
}
