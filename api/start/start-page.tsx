import { LinkButton } from '../ui/fields/button.tsx';
import { Page } from '../ui/pages/page.tsx';
import type { PageContext } from '../ui/pages/page-context.ts';

/** The door: an inquiry for strangers, the account for customers, the desk for staff. */
export function StartPage({ context }: { context: PageContext }) {
  const { start } = context.messages.ui;
  return (
    <Page context={context} title={start.title}>
      <div class="card card--roomy">
        <h1>{start.title}</h1>
        <p class="lead">{start.lead(context.vendorName)}</p>
        <div class="actions">
          <LinkButton href="/inquiry">{start.inquiry}</LinkButton>
          <LinkButton kind="secondary" href="/organizations">
            {start.customers}
          </LinkButton>
        </div>
        <p class="quiet small">
          <a href="/desk">{start.staff}</a>
        </p>
      </div>
    </Page>
  );
}
