import type { ComponentChildren } from 'preact';
import type { Messages } from '../../../shared/i18n/messages.ts';
import { Button, LinkButton } from '../fields/button.tsx';
import { Page } from './page.tsx';
import type { PageContext } from './page-context.ts';

export interface ProblemPageProps {
  context: PageContext;
  title: string;
  /** What happened, in the reader's words. */
  what: ComponentChildren;
  /** What the reader can do about it. */
  next: ComponentChildren;
  /** The one button, when there is somewhere to go. */
  action?: { href: string; label: string };
  /** An id that support can find in the logs. */
  reference?: string;
  /** What was on the form that could not be taken, to be sent again from here. */
  typed?: Record<string, string>;
}

/** The page of an error: what happened, what to do next, whom to ask. */
export function ProblemPage({ context, title, what, next, action, reference, typed }: ProblemPageProps) {
  const { ui } = context.messages;
  return (
    <Page context={context} title={title}>
      <div class="card card--roomy">
        <h1>{title}</h1>
        <p class="lead">{what}</p>
        <h2>{ui.whatNext}</h2>
        <div>{next}</div>
        {typed && <SendAgain typed={typed} messages={context.messages} />}
        {action && (
          <div class="actions">
            <LinkButton href={action.href} kind={typed ? 'secondary' : 'primary'}>
              {action.label}
            </LinkButton>
          </div>
        )}
        {reference && <p class="quiet">{ui.reference(reference)}</p>}
      </div>
    </Page>
  );
}

/** Without an address of its own a form goes to the address of its page, which is where it was sent before. */
function SendAgain({ typed, messages: { ui } }: { typed: Record<string, string>; messages: Messages }) {
  return (
    <form method="post" class="form">
      {Object.entries(typed).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p>{ui.typedIsKept}</p>
      <div class="actions">
        <Button>{ui.sendAgain}</Button>
      </div>
    </form>
  );
}
