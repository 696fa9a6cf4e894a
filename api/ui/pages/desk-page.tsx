import type { ComponentChildren } from 'preact';
import { DeskNavigation } from './desk-navigation.tsx';
import type { DeskPlace } from './desk-place.tsx';
import type { DeskStaff } from './more-places.tsx';
import { Page, type PageProps } from './page.tsx';
import type { PageContext } from './page-context.ts';
import { Profile, Settings, SignOut } from './person.tsx';

export interface DeskPageProps {
  context: PageContext;
  title: string;
  /** Absent on the sign-in page. */
  staff?: DeskStaff;
  current?: DeskPlace;
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
        staff && (
          <>
            <DeskNavigation context={context} staff={staff} current={current} />
            <a class="navigation__item" href={dealId ? `/desk/find?deal=${dealId}` : '/desk/find'} data-find>
              {context.messages.desk.find.title} <kbd>/</kbd>
            </a>
            <Person context={context} staff={staff} />
          </>
        )
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

function Person({ context: { messages }, staff }: Required<Pick<DeskPageProps, 'context' | 'staff'>>) {
  return (
    <div class="person">
      {staff.administers && <Settings class="person__name" messages={messages} />}
      <Profile class="person__name" messages={messages} name={staff.name} />
      <SignOut messages={messages} keys={staff.keys} />
    </div>
  );
}
