import { LinkButton } from '../../../ui/fields/button.tsx';
import { ChoiceField } from '../../../ui/fields/choice-field.tsx';
import { type DealView, dealUrl, fieldName } from '../view.ts';
import { StepField, StepForm } from './step-form.tsx';

type Props = { view: DealView; kind?: 'primary' | 'secondary' | 'danger' };

/** The way to the page on which an organization is found. */
export function MoveLink({ view: { context, deal }, kind = 'secondary' }: Props) {
  const { title } = context.messages.links;
  return (
    <div>
      <LinkButton kind={kind} href={`${dealUrl(deal.dealId)}/link`}>
        {title[deal.link ? 'move' : 'anew']}
      </LinkButton>
    </div>
  );
}

/** Access ends by this press, so it asks once more. */
export function EndLink({ view }: Props) {
  const { context, deal, attempt } = view;
  const { messages } = context;
  const { links } = messages;
  const part = { view, type: 'endLink' as const };
  const confirmed = fieldName('endLink', 'confirmed');
  const errors = attempt?.form === 'endLink' ? attempt.errors : {};
  return (
    <StepForm {...part} kind="danger">
      <p>{links.end(deal.link?.organizationName ?? '')}</p>
      <StepField {...part} field="reason" label={links.reason} hint={links.reasonHint} lines={2} required />
      <ChoiceField
        messages={messages}
        name={confirmed}
        label={links.confirm}
        hideLabel
        multiple
        choices={[{ value: 'yes', label: links.confirmed.end }]}
        error={errors[confirmed]}
      />
    </StepForm>
  );
}
