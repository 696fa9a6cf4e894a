import type { ComponentChildren } from 'preact';
import { Badge } from '../badge.tsx';
import { Form, type FormKeys } from '../fields/form.tsx';
import { Page, type PageProps } from './page.tsx';
import type { PageContext } from './page-context.ts';

export interface DeskPageProps {
  context: PageContext;
  title: string;
  /** Absent on the sign-in page. */
  staff?: { name: string; keys: FormKeys; waiting: number; unmatched?: number };
  current?: 'home' | 'deals' | 'newInquiry' | 'unmatched' | 'mails' | 'report' | 'webhooks';
  /** The deal that the page is about, so that finding begins with its steps. */
  dealId?: string;
  /** Further ways past the navigation. */
  skipTo?: PageProps['skipTo'];
  children?: ComponentChildren;
}

/** The frame of the staff's pages: navigation, who is signed in, sign-out. */
export function DeskPage({ context, title, staff, current, skipTo, dealId, children }: DeskPageProps) {
  const { productName } = context.messages.ui;
  return (
    <Page
      context={context}
      title={title}
      skipTo={skipTo}
      scripts={staff && ['site.js', 'desk.js']}
      width={staff ? 'working' : 'reading'}
      brand={{ name: productName, href: staff && '/desk' }}
      navigation={
        staff && <DeskNavigation context={context} staff={staff} current={current} dealId={dealId} />
      }
    >
      {children}
      {staff && (
        <p class="desk-foot">
          <a href="/desk/keys">{context.messages.desk.keys.open}</a>
        </p>
      )}
    </Page>
  );
}

const mostShown = 99;

const places = [
  { name: 'deals', href: '/desk/deals' },
  { name: 'newInquiry', href: '/desk/inquiries/new' },
] as const;

function DeskNavigation({
  context,
  staff,
  current,
  dealId,
}: Required<Pick<DeskPageProps, 'context' | 'staff'>> & Pick<DeskPageProps, 'current' | 'dealId'>) {
  const { ui } = context.messages;
  return (
    <>
      <nav class="navigation" id="navigation" data-part aria-label={ui.navigation}>
        <Home context={context} count={staff.waiting} current={current} />
        {places.map(({ name, href }) => (
          <Place key={name} href={href} isCurrent={name === current}>
            {ui[name]}
          </Place>
        ))}
        {staff.unmatched !== undefined && (
          <Unmatched context={context} count={staff.unmatched} current={current} />
        )}
        <Place href="/desk/mails" isCurrent={current === 'mails'}>
          {context.messages.mailLog.title}
        </Place>
        <Place href="/desk/report" isCurrent={current === 'report'}>
          {context.messages.desk.report.title}
        </Place>
        {staff.unmatched !== undefined && <Webhooks context={context} current={current} />}
      </nav>
      <a class="navigation__item" href={dealId ? `/desk/find?deal=${dealId}` : '/desk/find'} data-find>
        {context.messages.desk.find.title} <kbd>/</kbd>
      </a>
      <div class="person">
        <span class="person__name" title={ui.signedInAs(staff.name)}>
          {staff.name}
        </span>
        <Form action="/desk/sign-out" keys={staff.keys} class="person__sign-out">
          <button type="submit" class="button button--quiet button--small">
            {ui.signOut}
          </button>
        </Form>
      </div>
    </>
  );
}

/** One place of the desk. */
function Place({
  href,
  isCurrent,
  children,
}: {
  href: string;
  isCurrent: boolean;
  children: ComponentChildren;
}) {
  return (
    <a href={href} class="navigation__item" aria-current={isCurrent ? 'page' : undefined}>
      {children}
    </a>
  );
}

/** The number is of what waits for the reader himself. */
function Home({ context, count, current }: Pick<DeskPageProps, 'context' | 'current'> & { count: number }) {
  const { ui } = context.messages;
  const number = count > mostShown ? `${mostShown}+` : String(count);
  return (
    <Place href="/desk" isCurrent={current === 'home'}>
      {ui.home}
      {count > 0 && (
        <>
          {' '}
          <span class="count" aria-hidden="true">
            {number}
          </span>
          <span class="visually-hidden">{ui.waitingForYou(number)}</span>
        </>
      )}
    </Place>
  );
}

/** For whoever may resume them, who are the same as decide about what is unmatched. */
function Webhooks({ context, current }: Pick<DeskPageProps, 'context' | 'current'>) {
  return (
    <Place href="/desk/webhooks" isCurrent={current === 'webhooks'}>
      {context.messages.webhooks.title}
    </Place>
  );
}

/** What AWS told us and no deal has taken; its number only when there is any. */
function Unmatched({
  context,
  count,
  current,
}: Pick<DeskPageProps, 'context' | 'current'> & { count: number }) {
  const { events } = context.messages;
  return (
    <Place href="/desk/events" isCurrent={current === 'unmatched'}>
      {events.title}
      {count > 0 && (
        <>
          {' '}
          <Badge tone="warning">{String(count)}</Badge>
        </>
      )}
    </Place>
  );
}
