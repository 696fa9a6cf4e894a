import type { ComponentChildren } from 'preact';
import { Alert } from '../ui/alert.tsx';
import { DeskPage, type DeskPageProps } from '../ui/pages/desk-page.tsx';
import type { DeskContext } from './desk-context.ts';

/** A page of the desk for whoever is signed in. */
export function DeskFrame(props: {
  context: DeskContext;
  title: string;
  current?: DeskPageProps['current'];
  skipTo?: DeskPageProps['skipTo'];
  children: ComponentChildren;
}) {
  const { staff, keys, counts } = props.context;
  return (
    <DeskPage {...props} staff={{ name: staff.name, keys, ...counts }}>
      <LimitedMails context={props.context} />
      {props.children}
    </DeskPage>
  );
}

/** Said once, on every page, and not for each mail: nobody at a deal can do anything about it. */
function LimitedMails({ context: { messages, counts } }: { context: DeskContext }) {
  const { limitedMails } = counts;
  if (limitedMails === 0) return null;
  const { limit } = messages.mailLog;
  return (
    <Alert tone="warning" title={limit.title(limitedMails)}>
      {limit.text}
    </Alert>
  );
}
