import type { OrganizationChoice, User } from '../../../shared/accounts/accounts.ts';
import type { Messages } from '../../../shared/i18n/messages.ts';
import type { FieldErrors } from '../../ui/fields/field.tsx';

/** The value of the choice that makes a new organization. */
export const newOrganization = 'new';

export interface ChoiceFields {
  organization: string;
  newName: string;
}

const longestName = 100;

/** Which organization was chosen, and what is wrong with that. */
export function parseChoice(
  typed: ChoiceFields,
  { organizations, messages }: { organizations: OrganizationChoice[]; messages: Messages },
): { fields: ChoiceFields; errors: FieldErrors } {
  const fields = { organization: typed.organization, newName: typed.newName.trim() };
  const isNew = fields.organization === newOrganization;
  const [field, problem] = isNew
    ? (['newName', problemOfName(fields.newName, messages)] as const)
    : (['organization', problemOfChoice(fields.organization, { organizations, messages })] as const);
  return { fields, errors: problem ? { [field]: problem } : {} };
}

function problemOfName(name: string, { accounts, setup }: Messages): string | undefined {
  const { newName, newNameRequired } = setup.organization;
  if (!name) return newNameRequired;
  return name.length > longestName ? accounts.problems.tooLong(newName, longestName) : undefined;
}

function problemOfChoice(
  organizationId: string,
  { organizations, messages }: { organizations: OrganizationChoice[]; messages: Messages },
): string | undefined {
  const { required, cannot } = messages.setup.organization;
  if (!organizationId) return required;
  return free(organizations).some(each => each.organizationId === organizationId) ? undefined : cannot;
}

const free = (organizations: OrganizationChoice[]) => organizations.filter(each => !each.obstacle);

/** Somebody with one organization, or none, has nothing to think about. */
export function firstChoice(user: User, organizations: OrganizationChoice[]): ChoiceFields {
  const [only, ...others] = free(organizations);
  const newName = user.profile.companyName ?? '';
  if (organizations.length === 0) return { organization: newOrganization, newName };
  return { organization: only && others.length === 0 ? only.organizationId : '', newName: '' };
}
