import type { ComponentChildren } from 'preact';
import { LinkButton } from '../fields/button.tsx';
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
}

/** The page of an error: what happened, what to do next, whom to ask. */
export function ProblemPage({ context, title, what, next, action, reference }: ProblemPageProps) {
  const { ui } = context.messages;
  return (
    <Page context={context} title={title}>
      <div class="card card--roomy">
        <h1>{title}</h1>
        <p class="lead">{what}</p>
        <h2>{ui.whatNext}</h2>
        <div>{next}</div>
        {action && (
          <div class="actions">
            <LinkButton href={action.href}>{action.label}</LinkButton>
          </div>
        )}
        {reference && <p class="quiet">{ui.reference(reference)}</p>}
      </div>
    </Page>
  );
}
