import type { ComponentChildren } from 'preact';
import type { User } from '../../shared/accounts/accounts.ts';
import { Form, type FormKeys } from '../ui/fields/form.tsx';
import { Page } from '../ui/pages/page.tsx';
import type { PageContext } from '../ui/pages/page-context.ts';

export interface CustomerPageProps {
  context: PageContext;
  title: string;
  /** Absent while nobody is signed in. */
  customer?: { user: User; keys: FormKeys };
  /** On the way through a set-up nothing leads elsewhere. */
  onTheWay?: boolean;
  children?: ComponentChildren;
}

/** The frame of a customer's pages: his organizations, who is signed in, sign-out. */
export function CustomerPage({ context, title, customer, onTheWay, children }: CustomerPageProps) {
  return (
    <Page
      context={context}
      title={title}
      navigation={
        customer && <CustomerNavigation context={context} customer={customer} onTheWay={onTheWay} />
      }
    >
      {children}
    </Page>
  );
}

function CustomerNavigation({
  context,
  customer: { user, keys },
  onTheWay,
}: Required<Pick<CustomerPageProps, 'context' | 'customer'>> & Pick<CustomerPageProps, 'onTheWay'>) {
  const { ui, accounts } = context.messages;
  return (
    <>
      {!onTheWay && (
        <nav class="navigation" aria-label={ui.navigation}>
          <a class="navigation__item" href="/organizations">
            {accounts.organizations}
          </a>
        </nav>
      )}
      <div class="person">
        <span class="person__name" title={ui.signedInAs(user.email)}>
          {user.accountName}
        </span>
        <Form action="/accounts/sign-out" keys={keys} class="person__sign-out">
          <button type="submit" class="button button--quiet button--small">
            {accounts.signOut}
          </button>
        </Form>
      </div>
    </>
  );
}
