import type { ComponentChildren } from 'preact';
import type { CommandType } from '../../../shared/deal/commands.ts';
import { kebab } from '../../deals/schemas.ts';
import { Button } from '../../ui/button.tsx';
import { Field, type FieldProps } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { type DealView, dealUrl } from './view.ts';

export interface StepFormProps {
  view: DealView;
  type: CommandType;
  /** Tells several forms of the same step apart. */
  which?: string;
  /** What the step is about without being asked: the version, the reminder's key. */
  fixed?: Record<string, string>;
  kind?: 'primary' | 'secondary' | 'danger';
  size?: 'small';
  /** What the button does, where the words on it are the same on several. */
  describedBy?: string;
  children?: ComponentChildren;
}

/** The form of one step: its questions and its button. */
export function StepForm({
  view,
  type,
  which = '',
  fixed = {},
  kind = 'secondary',
  children,
  ...look
}: StepFormProps) {
  const { context, deal, attempt } = view;
  const name = `${type}${which}`;
  const again = attempt?.form === name ? attempt.nonce : undefined;
  const keys = again ? { ...context.keys, nonce: again } : context.keys;
  return (
    <Form
      action={`${dealUrl(deal.dealId)}/${kebab(type)}`}
      keys={keys}
      name={again ? undefined : name}
      class={look.size ? 'form form--bare' : 'form'}
    >
      <input type="hidden" name="form" value={name} />
      {Object.entries(fixed).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      {children}
      <Button kind={kind} {...look}>
        {context.messages.deal.actions[type]}
      </Button>
    </Form>
  );
}

type StepFieldProps = { view: DealView; type: CommandType; field: string; input?: FieldProps['type'] } & Omit<
  FieldProps,
  'messages' | 'name' | 'type'
>;

/** A question of a step. What was typed and what was wrong with it come back to the same form. */
export function StepField({ view, type, field, input, value, ...props }: StepFieldProps) {
  const name = `${type}.${field}`;
  const attempt = view.attempt?.form === type ? view.attempt : undefined;
  return (
    <Field
      {...props}
      messages={view.context.messages}
      name={name}
      type={input}
      value={attempt?.values[name] ?? value}
      error={attempt?.errors[name]}
    />
  );
}
