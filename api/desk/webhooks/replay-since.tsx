import { Button } from '../../ui/fields/button.tsx';
import { Field } from '../../ui/fields/field.tsx';
import { Form } from '../../ui/fields/form.tsx';
import { type WebhooksView, webhooksUrl } from './view.ts';

/** Everything since a moment once more, for a receiver that has lost what it had. */
export function ReplaySince({ view: { context, since, errors } }: { view: WebhooksView }) {
  const { messages, staff, keys } = context;
  const { webhooks } = messages;
  return (
    <div class="card">
      <Form action={`${webhooksUrl}/replay-since`} keys={keys} name="since">
        <Field
          messages={messages}
          name="since"
          type="datetime-local"
          label={webhooks.replaySince}
          hint={webhooks.replaySinceHint(staff.timeZone)}
          value={since}
          error={errors?.since}
          width="medium"
          required
        />
        <div class="actions">
          <Button kind="secondary">{webhooks.replaySinceSubmit}</Button>
        </div>
      </Form>
    </div>
  );
}
