import type { Messages } from '../../../shared/i18n/messages.ts';
import type { DeskRole } from '../../../shared/models/staff.ts';
import type { FormValues } from '../../forms/fields.ts';
import { roleField } from './people/parse-person.ts';

/** Roles to tick, each with what it means: to a person, where `means` does not say otherwise. `id`: of the first box; the others' begin with it. */
export function RoleChoices(props: {
  messages: Messages;
  id: string;
  roles: readonly DeskRole[];
  values: FormValues;
  means?: Partial<Record<DeskRole, string>>;
  /** They are shown and stay as they are. */
  fixed?: boolean;
}) {
  const { messages, id, roles, values, means, fixed } = props;
  return (
    <>
      {roles.map((role, index) => {
        const own = index === 0 ? id : `${id}-${role}`;
        const name = roleField(role);
        return (
          <div key={role} class="choice">
            <input
              class="choice__input"
              type="checkbox"
              id={own}
              name={name}
              value="yes"
              checked={values[name] === 'yes'}
              disabled={fixed}
              aria-describedby={`${own}-note`}
            />
            {/* What is disabled is not sent. */}
            {fixed && values[name] && <input type="hidden" name={name} value="yes" />}
            <div class="choice__text">
              <label class="choice__label" for={own}>
                {messages.desk.roles[role]}
              </label>
              <div class="choice__note" id={`${own}-note`}>
                {means?.[role] ?? messages.desk.settings.people.roleMeans[role]}
              </div>
            </div>
          </div>
        );
      })}
    </>
  );
}
