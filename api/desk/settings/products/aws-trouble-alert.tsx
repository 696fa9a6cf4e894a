import type { AwsTrouble } from '../../../service/aws-products/aws-trouble.ts';
import { Alert } from '../../../ui/alert.tsx';
import { LinkButton } from '../../../ui/fields/button.tsx';
import type { DeskContext } from '../../desk-context.ts';

/** AWS has not told what was asked: why, and what cures it. `again`: where it is asked once more. */
export function AwsTroubleAlert({
  context,
  trouble,
  again,
}: {
  context: DeskContext;
  trouble: AwsTrouble;
  again: string;
}) {
  const { products: words } = context.messages.desk.settings;
  const { kind, action, detail } = trouble;
  return (
    <Alert
      tone="warning"
      title={words.awsTrouble[kind]}
      actions={
        <LinkButton kind="secondary" size="small" href={again}>
          {words.lookAgain}
        </LinkButton>
      }
    >
      <p>{words.awsCure[kind](action)}</p>
      <p class="quiet small">
        <code>{detail}</code>
      </p>
    </Alert>
  );
}
