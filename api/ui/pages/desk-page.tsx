import type { ComponentChildren } from 'preact';
import { Form, type FormKeys } from '../fields/form.tsx';
import { DeskNavigation, type DeskPlace } from './desk-navigation.tsx';
import { Page, type PageProps } from './page.tsx';
import type { PageContext } from './page-context.ts';

export interface DeskPageProps {
  context: PageContext;
  title: string;
  /** Absent on the sign-in page. */
  staff?: {
    name: string;
    administers?: boolean;
    keys: FormKeys;
    waiting: number;
    stuck: number;
    unmatched?: number;
    mayAudit?: boolean;
  };
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
            <DeskNavigation context={context} counts={staff} current={current} />
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
  const { ui } = messages;
  return (
    <div class="person">
      {staff.administers && (
        <a class="person__name" href="/desk/settings">
          {messages.desk.settings.title}
        </a>
      )}
      <a class="person__name" href="/desk/profile" title={ui.signedInAs(staff.name)}>
        {staff.name}
      </a>
      <Form action="/desk/sign-out" keys={staff.keys} class="person__sign-out">
        <button type="submit" class="button button--quiet button--small">
          {ui.signOut}
        </button>
      </Form>
    </div>
  );
}
