import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/fields/button.tsx';
import { CopyField } from '../../ui/fields/copy-field.tsx';
import { ErrorSummary } from '../../ui/fields/error-summary.tsx';
import { Field, type FieldErrors } from '../../ui/fields/field.tsx';
import { Form } from '../../ui/fields/form.tsx';
import { setupPath } from '../next-page.ts';
import { SetupPage, type SetupPlace } from '../setup-page.tsx';
import type { SetupStep } from '../setup-steps.tsx';

export interface HandOverPageProps extends SetupPlace {
  current: SetupStep;
  /** To whom it was handed over before. */
  handedTo: string[];
  /** Whether our mail went to them; else the link must be passed on by hand. */
  mailed: boolean;
  link: string;
  fields?: { name: string; email: string };
  errors?: FieldErrors;
  refusal?: string;
}

/** For the wrong person: a colleague goes on with the same purchase. */
export function HandOverPage(props: HandOverPageProps) {
  const { context, keys, sessionId, handedTo, refusal, fields, errors = {} } = props;
  const { messages } = context;
  const { handOver } = messages.setup;
  return (
    <SetupPage {...props} title={handOver.title}>
      <div class="stack">
        <h1>{handOver.title}</h1>
        <p class="lead">{handOver.lead}</p>
      </div>
      {refusal && <Alert tone="danger" title={refusal} />}
      {handedTo.length > 0 && !refusal && <HandedOver {...props} />}
      <div class="card card--roomy">
        <ErrorSummary messages={messages} errors={errors} />
        <Form action={setupPath(sessionId, 'hand-over')} keys={keys} here>
          <Field
            messages={messages}
            name="name"
            label={handOver.name}
            maxLength={100}
            value={fields?.name}
            error={errors.name}
            required
          />
          <Field
            messages={messages}
            name="email"
            label={handOver.email}
            type="email"
            maxLength={254}
            value={fields?.email}
            error={errors.email}
            required
          />
          <div class="actions">
            <Button>{handOver.button}</Button>
            <a href={setupPath(sessionId)}>{handOver.back}</a>
          </div>
        </Form>
      </div>
    </SetupPage>
  );
}

function HandedOver({ context: { messages }, handedTo, mailed, link }: HandOverPageProps) {
  const { handOver } = messages.setup;
  return (
    <Alert tone="success" title={mailed ? handOver.doneTitle : handOver.notSentTitle}>
      <p>{mailed ? handOver.done : handOver.notSent}</p>
      <ul class="list">
        {handedTo.map(email => (
          <li key={email}>{email}</li>
        ))}
      </ul>
      <p>
        {handOver.link}: <CopyField value={link} label={handOver.link} messages={messages} />
      </p>
    </Alert>
  );
}
