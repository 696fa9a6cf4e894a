import { longest } from '../../../deal/contract/limits.ts';
import type { Messages } from '../../../shared/i18n/messages.ts';
import type { FormValues } from '../../forms/fields.ts';
import { parseInquiry } from '../../inquiry/parse-inquiry.ts';
import type { FieldErrors } from '../../ui/fields/field.tsx';
import type { PurchaseWords } from './open-purchase.ts';

/** What a person says of a purchase, or a message for each field that does not hold. */
export function parsePurchase(
  { agreementId, values }: { agreementId: string; values: FormValues },
  {
    colleagues,
    messages,
  }: { colleagues: readonly { email: string; timeZone: string }[]; messages: Messages },
): { words: PurchaseWords } | { errors: FieldErrors } {
  const { opening, deal } = messages;
  const typed = (name: string) => (values[name] ?? '').trim();
  const owner = colleagues.find(({ email }) => email === typed('owner').toLowerCase());
  const organizationHint = typed('organization');
  const read = parseInquiry(
    {
      company: typed('company'),
      name: typed('name'),
      email: typed('email'),
      language: typed('language'),
      timeZone: typed('timeZone'),
      message: typed('message') || opening.message(agreementId),
      awsAccountId: '',
    },
    {
      ...messages,
      inquiry: { ...messages.inquiry, problems: { ...messages.inquiry.problems, ...inStaffWords(messages) } },
    },
  );
  const errors: FieldErrors = {
    ...(!agreementId && { agreementId: opening.problems.agreementId }),
    ...('errors' in read && read.errors),
    ...(typed('owner') && !owner && { owner: opening.problems.owner }),
    ...(organizationHint.length > longest.id && { organization: deal.fields.tooLong(String(longest.id)) }),
  };
  if ('errors' in read || Object.keys(errors).length > 0) return { errors };
  return {
    words: {
      agreementId,
      inquiry: read.inquiry,
      remind: values.remind !== undefined && values.remind !== '',
      ...(owner && { owner: { email: owner.email, timeZone: owner.timeZone } }),
      ...(organizationHint && { organizationHint }),
    },
  };
}

function inStaffWords({ opening }: Messages) {
  const { company, name, email } = opening.problems;
  return { company, name, email };
}
