import type { OrganizationChoice, User } from '../../../shared/accounts/accounts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Form, type FormKeys } from '../../ui/fields/form.tsx';
import type { PageContext } from '../../ui/pages/page-context.ts';
import { Table } from '../../ui/table.tsx';
import { CustomerPage } from '../customer-page.tsx';

export interface OrganizationsPageProps {
  context: PageContext;
  customer: { user: User; keys: FormKeys };
  organizations: OrganizationChoice[];
}

/** Every organization that somebody belongs to. */
export function OrganizationsPage({ context, customer, organizations }: OrganizationsPageProps) {
  const { accounts } = context.messages;
  return (
    <CustomerPage context={context} title={accounts.organizations} customer={customer}>
      <h1>{accounts.organizations}</h1>
      {organizations.length === 0 ? (
        <div class="card">
          <EmptyState title={accounts.organizationList.empty}>
            {accounts.organizationList.emptyText}
          </EmptyState>
        </div>
      ) : (
        <OrganizationTable context={context} organizations={organizations} />
      )}
      <Form action="/accounts/sign-out" keys={customer.keys} name="everywhere" class="actions">
        <input type="hidden" name="everywhere" value="yes" />
        <button type="submit" class="button button--quiet button--small">
          {accounts.organizationList.signOutEverywhere}
        </button>
      </Form>
    </CustomerPage>
  );
}

function OrganizationTable({
  context,
  organizations,
}: Pick<OrganizationsPageProps, 'context' | 'organizations'>) {
  const { accounts, setup } = context.messages;
  const { organizationList } = accounts;
  return (
    <div class="card card--flush">
      <Table
        caption={accounts.organizations}
        columns={[
          { label: setup.organization.name },
          { label: setup.organization.role },
          { label: organizationList.billing },
        ]}
        rows={organizations.map(({ organizationId, name, role }) => ({
          key: organizationId,
          cells: [
            name,
            accounts.roles[role],
            <a
              key="billing"
              href={`/organizations/${organizationId}/billing`}
              aria-label={organizationList.open(name)}
            >
              {organizationList.billing}
            </a>,
          ],
        }))}
      />
    </div>
  );
}
