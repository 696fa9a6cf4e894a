import type { ComponentChildren } from 'preact';
import type { CommandType } from '../../../../deal/commands.ts';
import { kebabCase } from '../../../kebab-case.ts';
import { Button } from '../../../ui/fields/button.tsx';
import { ConfirmField } from '../../../ui/fields/confirm-field.tsx';
import { Field, type FieldProps } from '../../../ui/fields/field.tsx';
import { Form } from '../../../ui/fields/form.tsx';
import { SelectField, type SelectFieldProps } from '../../../ui/fields/select-field.tsx';
import { TimeZoneField, type TimeZoneFieldProps } from '../../../ui/fields/time-zone-field.tsx';
import { type DealView, dealUrl, fieldName } from '../view.ts';

export interface StepFormProps {
  view: DealView;
  type: CommandType;
  /** Tells several forms of the same step apart. */
  which?: string;
  /** What the step is about without being asked: the version, the reminder's key. */
  fixed?: Record<string, string>;
  kind?: 'primary' | 'secondary' | 'quiet' | 'danger';
  size?: 'small';
  /** What the button does, where the words on it are the same on several. */
  describedBy?: string;
  /** The words on the button, when the step's own do not say enough. */
  label?: string;
  /** It goes out to the buyer, and looks so. */
  class?: 'to-buyer';
  children?: ComponentChildren;
}

/** The form of one step: its questions and its button. */
export function StepForm({
  view,
  type,
  which = '',
  fixed = {},
  kind = 'secondary',
  label,
  class: className,
  children,
  ...look
}: StepFormProps) {
  const { context, deal, attempt } = view;
  const name = `${type}${which}`;
  const again = attempt?.form === name ? attempt.nonce : undefined;
  const keys = again ? { ...context.keys, nonce: again } : context.keys;
  return (
    <Form
      action={`${dealUrl(deal.dealId)}/${kebabCase(type)}`}
      keys={keys}
      name={again ? undefined : name}
      class={['form', look.size && 'form--bare', className].filter(Boolean).join(' ')}
    >
      <input type="hidden" name="form" value={name} />
      {view.backTo && <input type="hidden" name="backTo" value={view.backTo} />}
      {Object.entries(fixed).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      {children}
      <Button kind={kind} {...look}>
        {label ?? context.messages.deal.actions[type]}
      </Button>
    </Form>
  );
}

/** Somebody has asked for this form, or it comes back. */
export const opened = ({ attempt, open }: DealView, form: string): boolean =>
  attempt?.form === form || open === form;

/** The same of any form of a step, where it has several. */
export const isOpened = ({ attempt, open }: DealView, type: CommandType): boolean =>
  (attempt?.form ?? open ?? '').startsWith(type);

/** A form that is rarely needed, folded away until somebody asks for it or it comes back. */
export function StepDisclosure({
  view,
  form,
  title,
  children,
}: {
  view: DealView;
  /** The form's name: the step, and which of several. */
  form: string;
  title: string;
  children: ComponentChildren;
}) {
  return (
    <details class="disclosure" data-fold={form} open={opened(view, form)}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

interface Question {
  view: DealView;
  type: CommandType;
  /** As in the form. */
  which?: string;
  field: string;
  value?: string;
}

type StepFieldProps = Question & { input?: FieldProps['type'] } & Omit<
    FieldProps,
    'messages' | 'name' | 'type'
  >;

/** A question of a step. What was typed and what was wrong with it come back to the same form. */
export function StepField({ input, view, type, which, field, value, ...props }: StepFieldProps) {
  return <Field {...props} {...answered({ view, type, which, field, value })} type={input} />;
}

type StepSelectProps = Question & Omit<SelectFieldProps, 'messages' | 'name'>;

/** A question of a step that is answered from a list. */
export function StepSelect({ view, type, which, field, value, ...props }: StepSelectProps) {
  return <SelectField {...props} {...answered({ view, type, which, field, value })} />;
}

/** What takes back a proposal, ends an offer or the deal is warned of and needs a reason. */
export function EndingStep({
  view,
  type,
  warning,
}: {
  view: DealView;
  type: 'withdrawProposal' | 'withdrawOffer' | 'closeDeal';
  warning: string;
}) {
  const { steps } = view.context.messages.desk;
  return (
    <StepForm view={view} type={type} kind="danger">
      <p>{warning}</p>
      <StepField
        view={view}
        type={type}
        field="reason"
        label={steps.reason}
        hint={steps.reasonHint}
        lines={2}
        required
      />
    </StepForm>
  );
}

/** Asked once more before money moves. */
export function StepConfirm({ view, label }: { view: DealView; label: string }) {
  const { context, attempt } = view;
  return (
    <ConfirmField
      messages={context.messages}
      name="confirmed"
      label={label}
      error={attempt?.errors.confirmed}
    />
  );
}

type StepTimeZoneProps = Question & Omit<TimeZoneFieldProps, 'messages' | 'name'>;

/** A question for a time zone. */
export function StepTimeZone({ view, type, which, field, value, ...props }: StepTimeZoneProps) {
  const asked = answered({ view, type, which, field, value });
  return <TimeZoneField {...props} {...asked} value={asked.value ?? ''} />;
}

function answered({ view, type, which = '', field, value }: Question) {
  const name = fieldName(type, field, which);
  const attempt = view.attempt?.form === `${type}${which}` ? view.attempt : undefined;
  return {
    messages: view.context.messages,
    name,
    value: attempt?.values[name] ?? value,
    error: attempt?.errors[name],
  };
}
