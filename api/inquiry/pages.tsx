import { longest } from '../../deal/contract/limits.ts';
import { languages } from '../../deal/people.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/fields/button.tsx';
import { CopyField } from '../ui/fields/copy-field.tsx';
import { ErrorSummary } from '../ui/fields/error-summary.tsx';
import { Field, type FieldErrors } from '../ui/fields/field.tsx';
import { Form, type FormKeys } from '../ui/fields/form.tsx';
import { SelectField } from '../ui/fields/select-field.tsx';
import { TimeZoneField } from '../ui/fields/time-zone-field.tsx';
import { wholeList } from '../ui/fields/zones-query.ts';
import { Page } from '../ui/pages/page.tsx';
import type { PageContext } from '../ui/pages/page-context.ts';
import { Steps } from '../ui/steps.tsx';
import { type InquiryField, type InquiryFields, likelyTimeZone } from './parse-inquiry.ts';

export interface InquiryPageProps {
  context: PageContext;
  keys: FormKeys;
  /** What was typed before, when the form comes back. */
  fields?: InquiryFields;
  errors?: FieldErrors;
  /** The inquiry could not be taken, through no fault of the reader's. */
  notSent?: boolean;
  /** Why it was not taken otherwise. */
  problem?: string;
  /** With every time zone in its list. */
  allZones?: boolean;
}

/** The form of the first contact. */
export function InquiryPage(props: InquiryPageProps) {
  const { context, keys, fields, errors = {}, notSent, problem, allZones = fields !== undefined } = props;
  const { messages, vendorName } = context;
  const { inquiry } = messages;
  return (
    <Page context={context} title={inquiry.title}>
      <div class="stack">
        <h1>{inquiry.title}</h1>
        <p class="lead">{inquiry.intro(vendorName)}</p>
      </div>
      {notSent && (
        <Alert tone="danger" title={inquiry.notSent.title}>
          <p>{inquiry.notSent.text}</p>
        </Alert>
      )}
      {problem && !notSent && <Alert tone="danger" title={problem} />}
      <ErrorSummary messages={messages} errors={errors} />
      <div class="card card--roomy">
        <Form action="/inquiry" keys={keys} here>
          <InquiryFormFields {...{ context, errors, allZones }} fields={fields ?? untouched(context)} />
          <div class="actions">
            <Button>{inquiry.send}</Button>
          </div>
        </Form>
      </div>
      {!fields && <script src="/inquiry/time-zone.js" defer />}
    </Page>
  );
}

function untouched({ lang }: PageContext): InquiryFields {
  const empty = { company: '', name: '', email: '', awsAccountId: '', message: '' };
  return { ...empty, language: lang, timeZone: likelyTimeZone[lang] };
}

type FieldsProps = Required<Pick<InquiryPageProps, 'context' | 'fields' | 'errors' | 'allZones'>>;

function InquiryFormFields({ context, fields, errors, allZones }: FieldsProps) {
  const { messages } = context;
  const { inquiry } = messages;
  const part = (name: InquiryField) => ({
    messages,
    name,
    label: inquiry[name],
    value: fields[name],
    error: errors[name],
  });
  return (
    <>
      <Field {...part('company')} required autocomplete="organization" maxLength={longest.company} />
      <Field {...part('name')} required autocomplete="name" maxLength={longest.name} />
      <Field
        {...part('email')}
        hint={inquiry.emailHint}
        type="email"
        required
        autocomplete="email"
        maxLength={longest.email}
      />
      <Field {...part('message')} hint={inquiry.messageHint} required lines={6} maxLength={longest.message} />
      <Field
        {...part('awsAccountId')}
        hint={inquiry.awsAccountIdHint}
        optional
        inputmode="numeric"
        width="medium"
      />
      <div class="grid-2">
        <SelectField {...part('language')} options={languageOptions(context)} />
        <TimeZoneField
          {...part('timeZone')}
          hint={inquiry.timeZoneHint}
          allAt={`/inquiry${wholeList}`}
          whole={allZones}
        />
      </div>
    </>
  );
}

const languageOptions = ({ messages }: PageContext) =>
  languages.map(value => ({ value, label: messages.ui.languages[value] }));

/** After an inquiry: its number, and what happens by when. */
export function InquirySentPage({
  context,
  dealId,
  answerWithinHours,
}: {
  context: PageContext;
  dealId: string;
  answerWithinHours: number;
}) {
  const { messages } = context;
  const { sent } = messages.inquiry;
  return (
    <Page context={context} title={sent.title}>
      <div class="card card--roomy">
        <h1>{sent.title}</h1>
        <div>
          <p class="quiet">{sent.reference}</p>
          <p class="lead">
            <CopyField value={dealId} label={sent.reference} messages={messages} />
          </p>
          <p class="quiet small">{sent.referenceHint}</p>
        </div>
        <h2>{sent.steps}</h2>
        <Steps
          messages={messages}
          label={sent.steps}
          layout="column"
          steps={[
            { label: sent.receipt, detail: sent.receiptText, state: 'current' },
            { label: sent.answer(answerWithinHours), detail: sent.answerText, state: 'todo' },
            { label: sent.offer, detail: sent.offerText, state: 'todo' },
          ]}
        />
      </div>
    </Page>
  );
}
