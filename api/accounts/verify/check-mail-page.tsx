import type { ComponentChildren } from 'preact';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/fields/button.tsx';
import { Form, type FormKeys } from '../../ui/fields/form.tsx';
import { Page } from '../../ui/pages/page.tsx';
import type { PageContext } from '../../ui/pages/page-context.ts';

export interface CheckMailPageProps {
  context: PageContext;
  keys: FormKeys;
  action: string;
  /** What the form that asks again sends along. */
  fields?: Record<string, string>;
  email: string;
  /** How long the mailed link works. */
  goodForHours: number;
  above?: ComponentChildren;
  /** Where another address can be given. */
  otherAddress?: string;
  resent: boolean;
  /** Why it was not sent again. */
  problem?: string;
}

/** The mail is on its way; nothing here tells whether the address was known before. */
export function CheckMailPage({
  context,
  keys,
  action,
  email,
  goodForHours,
  above,
  ...more
}: CheckMailPageProps) {
  const { checkMail } = context.messages.accounts;
  return (
    <Page context={context} title={checkMail.title}>
      {above}
      {more.problem && <Alert tone="danger" title={more.problem} />}
      {more.resent && <Alert tone="success" title={checkMail.resent} />}
      <div class="card card--roomy">
        <h1>{checkMail.title}</h1>
        <div>
          <p>{checkMail.sentTo}</p>
          <p class="lead">
            <strong>{email}</strong>
          </p>
        </div>
        <p>{checkMail.next(goodForHours)}</p>
        <p class="quiet">{checkMail.close}</p>
      </div>
      <div class="card">
        <h2>{checkMail.notThere}</h2>
        <ul class="list">
          {checkMail.hints.map(hint => (
            <li key={hint}>{hint}</li>
          ))}
        </ul>
        <Form action={action} keys={keys} class="actions">
          {Object.entries(more.fields ?? {}).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Button kind="secondary">{checkMail.resend}</Button>
          {more.otherAddress && <a href={more.otherAddress}>{checkMail.otherAddress}</a>}
        </Form>
      </div>
    </Page>
  );
}
