import type { ContactRole } from '../../../../deal/commands.ts';
import { canonicalEmail } from '../../../../deal/contract/email.ts';
import { personLimits } from '../../../../deal/contract/person-limits.ts';
import { languages, type Person } from '../../../../deal/people.ts';
import { contactAs, isSharedAddress } from '../people-of.ts';
import { fieldName } from '../view.ts';
import type { ParsedStep, StepForm } from './sent-step.ts';
import { stepErrors } from './step-errors.ts';

/** Somebody else, or the same person at another address, in one role or in both. */
export function parseContact({ values, deal, messages }: StepForm): ParsedStep {
  const role: ContactRole = values.role === 'signer' ? 'signer' : 'contact';
  const typed = (field: string) => (values[fieldName('changeContact', field, role)] ?? '').trim();
  const language = languages.find(each => each === typed('language')) ?? contactAs(role, deal).language;
  const person: Person = {
    name: typed('name'),
    email: canonicalEmail(typed('email')),
    language,
    timeZone: typed('timeZone'),
  };
  const body = { type: 'changeContact' as const, role, person };
  const errors = stepErrors(personLimits(person, '/person'), { type: body.type, which: role }, messages);
  if (errors) return { errors };
  const both = typed('also') !== '' && isSharedAddress(deal);
  return { body, ...(both && { also: { ...body, role: role === 'signer' ? 'contact' : 'signer' } }) };
}

/** A colleague of the buyer who goes on with the set-up. */
export function parseHandOver({ values, messages }: StepForm): ParsedStep {
  const typed = (field: string) => (values[fieldName('handOverSetUp', field)] ?? '').trim();
  const to = { name: typed('name'), email: canonicalEmail(typed('email')) };
  const body = { type: 'handOverSetUp' as const, to };
  // Language and time zone are the signer's.
  const errors = stepErrors(personLimits({ ...to, language: 'en', timeZone: 'UTC' }, '/to'), body, messages);
  return errors ? { errors } : { body };
}
