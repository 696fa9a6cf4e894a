import type { DeskChange } from '../../../../shared/models/desk/desk-change.ts';
import { Alert } from '../../../ui/alert.tsx';
import { type DeskContext, momentText } from '../../desk-context.ts';
import { ChangedFieldsList } from './changes-page.tsx';

/** Others have changed a setting while its form was open: who, when, and what. */
export function Meanwhile({
  context,
  changes,
  title,
  text,
}: {
  context: DeskContext;
  changes: DeskChange[];
  title: string;
  text: string;
}) {
  return (
    <Alert tone="warning" title={title} takesFocus>
      <p>{text}</p>
      {changes.map(change => (
        <div key={change._id}>
          <p>
            {change.by.name} · {momentText(context, change.at.toISOString())}
          </p>
          <ChangedFieldsList change={change} context={context} />
        </div>
      ))}
    </Alert>
  );
}
