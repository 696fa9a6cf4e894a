import type { InquiryField, InquiryFields } from '../../inquiry/parse-inquiry.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/fields/button.tsx';
import { ErrorSummary } from '../../ui/fields/error-summary.tsx';
import { Field, type FieldErrors } from '../../ui/fields/field.tsx';
import { Form } from '../../ui/fields/form.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { TimeZoneField } from '../../ui/fields/time-zone-field.tsx';
import { wholeList } from '../../ui/fields/zones-query.ts';
import type { DeskContext } from '../desk-context.ts';
import { DeskFrame } from '../desk-frame.tsx';
import { languageOptions } from '../options.ts';

export interface NewInquiryView {
  context: DeskContext;
  fields: InquiryFields;
  errors?: FieldErrors;
  problem?: string;
  /** The command's id, when sending again must not open a second deal. */
  nonce?: string;
  /** With every time zone in its list. */
  allZones?: boolean;
}

/** Where staff enter what came by mail or phone. */
export function NewInquiryPage({ view }: { view: NewInquiryView }) {
  const { context, fields, errors = {}, problem, nonce } = view;
  const { messages } = context;
  const { newInquiry } = messages.desk;
  const part = (name: InquiryField) => ({
    messages,
    name,
    label: newInquiry.fields[name],
    value: fields[name],
    error: errors[name],
  });
  return (
    <DeskFrame context={context} title={newInquiry.title} current="newInquiry">
      <div class="stack stack--tight">
        <h1>{newInquiry.title}</h1>
        <p class="lead">{newInquiry.lead}</p>
      </div>
      {problem && <Alert tone="danger" title={problem} />}
      <ErrorSummary messages={messages} errors={errors} />
      <div class="card card--roomy card--form">
        <Form action="/desk/inquiries/new" keys={nonce ? { ...context.keys, nonce } : context.keys}>
          <Field {...part('company')} autocomplete="off" required />
          <div class="grid-2">
            <Field {...part('name')} autocomplete="off" required />
            <Field {...part('email')} type="email" autocomplete="off" required />
            <SelectField {...part('language')} options={languageOptions(messages)} />
            <TimeZoneField
              {...part('timeZone')}
              own={context.staff.timeZone}
              allAt={wholeList}
              whole={view.allZones}
            />
          </div>
          <Field {...part('message')} lines={6} required />
          <Field {...part('awsAccountId')} inputmode="numeric" width="medium" optional />
          <Button>{newInquiry.submit}</Button>
        </Form>
      </div>
    </DeskFrame>
  );
}
