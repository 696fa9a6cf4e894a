import type { Messages } from '../../../shared/i18n/messages.ts';
import type { DeskRole } from '../../../shared/models/staff.ts';
import type { FormValues } from '../../forms/fields.ts';
import { TickBoxes } from '../../ui/fields/tick-boxes.tsx';
import { roleField } from './people/parse-person.ts';

/** Roles to tick, each with what it means: to a person, where `means` does not say otherwise. `id`: of the first box. */
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
  const boxes = roles.map(role => ({
    name: roleField(role),
    label: messages.desk.roles[role],
    note: means?.[role] ?? messages.desk.settings.people.roleMeans[role],
    checked: values[roleField(role)] === 'yes',
  }));
  return <TickBoxes {...{ id, boxes, fixed }} />;
}
