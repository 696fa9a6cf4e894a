import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/fields/button.tsx';
import { Form, type FormKeys } from '../../ui/fields/form.tsx';
import { Page } from '../../ui/pages/page.tsx';
import type { PageContext } from '../../ui/pages/page-context.ts';

export interface EndedProps {
  context: PageContext;
  /** Where a new link is asked for. */
  action: string;
  keys: FormKeys;
  /** `sent`: it was asked for. `notSent`: nobody could take it. */
  press?: 'sent' | 'notSent';
  /** Why it was not taken otherwise. */
  problem?: string;
}

/**
 * What every link shows that opens nothing, whatever it is: nobody learns here whether there is such a deal, or such a
 * person in it.
 */
export function EndedPage({ context, action, keys, press, problem }: EndedProps) {
  const { pageLinks, offers } = context.messages;
  const { ended } = pageLinks;
  return (
    <Page context={context} title={press === 'sent' ? ended.sent : ended.title}>
      {press === 'notSent' && (
        <Alert tone="danger" title={offers.notSent.title}>
          <p>{offers.notSent.text}</p>
        </Alert>
      )}
      {problem && press !== 'notSent' && <Alert tone="warning" title={problem} />}
      <div class="card card--roomy">
        {press === 'sent' ? (
          <>
            <h1>{ended.sent}</h1>
            <p class="lead">{ended.sentText}</p>
            <p class="quiet small">
              {ended.help} <a href={`mailto:${context.supportEmail}`}>{context.supportEmail}</a>
            </p>
          </>
        ) : (
          <>
            <h1>{ended.title}</h1>
            <p class="lead">{ended.what}</p>
            <p>{ended.newest}</p>
            <h2>{ended.ask}</h2>
            <p>{ended.askText}</p>
            <Form action={action} keys={keys} class="form form--bare">
              <div class="actions">
                <Button>{ended.button}</Button>
              </div>
            </Form>
          </>
        )}
      </div>
    </Page>
  );
}
