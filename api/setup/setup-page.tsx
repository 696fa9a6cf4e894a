import type { ComponentChildren } from 'preact';
import type { User } from '../../shared/accounts/accounts.ts';
import { CustomerPage } from '../accounts/customer-page.tsx';
import { Alert } from '../ui/alert.tsx';
import type { FormKeys } from '../ui/fields/form.tsx';
import type { PageContext } from '../ui/pages/page-context.ts';
import { setupPath } from './next-page.ts';
import { type SetupStep, SetupSteps } from './setup-steps.tsx';

/** What every page of a set-up is given by its route. */
export interface SetupPlace {
  context: PageContext;
  keys: FormKeys;
  sessionId: string;
  user?: User;
  /** Why a form that was sent was not taken. */
  problem?: string;
}

/** The frame of the pages of a set-up: how far it has come, and the way out for the wrong person. */
export function SetupPage(
  props: SetupPlace & { title: string; current: SetupStep; children: ComponentChildren; handOver?: boolean },
) {
  const { context, keys, sessionId, user, title, current, children, handOver, problem } = props;
  const { setup } = context.messages;
  return (
    <CustomerPage context={context} title={title} customer={user && { user, keys }} onTheWay>
      <SetupSteps messages={context.messages} current={current} />
      {problem && <Alert tone="danger" title={problem} />}
      {children}
      {handOver && (
        <p class="quiet">
          {setup.notYours} <a href={setupPath(sessionId, 'hand-over')}>{setup.handOverLink}</a>
        </p>
      )}
    </CustomerPage>
  );
}
