import type { ApiKey } from '../../../../shared/models/desk/api-key.ts';
import { deskRoles } from '../../../../shared/models/staff.ts';
import type { FormValues } from '../../../forms/fields.ts';
import { Alert } from '../../../ui/alert.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Button } from '../../../ui/fields/button.tsx';
import { CopyField } from '../../../ui/fields/copy-field.tsx';
import { Field, type FieldErrors } from '../../../ui/fields/field.tsx';
import { Form } from '../../../ui/fields/form.tsx';
import { type Row, Table } from '../../../ui/table.tsx';
import { type DeskContext, momentText } from '../../desk-context.ts';
import { RoleChoices } from '../role-choices.tsx';
import { SettingsFrame, settingsUrl } from '../settings-frame.tsx';

export const apiKeysUrl = `${settingsUrl}/keys`;

export interface KeysView {
  context: DeskContext;
  /** Newest first. */
  keys: ApiKey[];
  values: FormValues;
  /** The key that was just made. It is shown here and never again. */
  made?: { name: string; key: string };
  done?: 'revoked';
  errors?: FieldErrors;
  problem?: string;
}

/** The keys with which programs use the JSON API. */
export function KeysPage({ view }: { view: KeysView }) {
  const { context, keys, made, done, errors, problem } = view;
  const { apiKeys: words } = context.messages.desk.settings;
  return (
    <SettingsFrame
      context={context}
      current="keys"
      title={words.title}
      lead={words.lead}
      done={done && words.revokedNow}
      {...{ errors, problem }}
    >
      {made && (
        <Alert tone="success" title={words.made(made.name)} takesFocus>
          <p>{words.madeText}</p>
          <CopyField value={made.key} label={words.key} messages={context.messages} />
        </Alert>
      )}
      <div class="card card--flush">
        {keys.length > 0 ? (
          <Table
            caption={words.title}
            columns={[
              { label: words.name },
              { label: words.may },
              { label: words.ends },
              { label: words.lastUsed },
              { label: words.action },
            ]}
            rows={keys.map(key => rowOf(key, context))}
          />
        ) : (
          <EmptyState title={words.empty}>{words.emptyText}</EmptyState>
        )}
      </div>
      <NewKeyForm view={view} />
    </SettingsFrame>
  );
}

function rowOf(key: ApiKey, context: DeskContext): Row {
  const { desk, ui } = context.messages;
  const { apiKeys: words } = desk.settings;
  const { _id, name, roles, hint, madeBy, endsAt, lastUsedAt } = key;
  const may = roles.map(role => desk.roles[role]).join(ui.comma) || words.readsAlone;
  return {
    key: _id,
    cells: [
      <div key="name">
        <strong>{name}</strong>
        <div class="quiet small">
          …{hint} · {madeBy}
        </div>
      </div>,
      may,
      momentText(context, endsAt.toISOString()),
      lastUsedAt ? momentText(context, lastUsedAt.toISOString()) : <span class="quiet">{words.never}</span>,
      <Ending key="action" apiKey={key} context={context} />,
    ],
  };
}

function Ending({ apiKey, context }: { apiKey: ApiKey; context: DeskContext }) {
  const { apiKeys: words } = context.messages.desk.settings;
  if (apiKey.revokedAt) return <Badge>{words.revoked}</Badge>;
  if (apiKey.endsAt.toISOString() <= context.now) return <Badge>{words.ended}</Badge>;
  return (
    <Form
      action={`${apiKeysUrl}/revoke`}
      keys={context.keys}
      name={`revoke-${apiKey.name}`}
      class="form form--bare"
    >
      <input type="hidden" name="id" value={apiKey._id} />
      <Button kind="danger" size="small">
        {words.revoke}
        <span class="visually-hidden"> ({apiKey.name})</span>
      </Button>
    </Form>
  );
}

function NewKeyForm({ view: { context, values, errors = {} } }: { view: KeysView }) {
  const { messages, keys } = context;
  const { apiKeys: words } = messages.desk.settings;
  return (
    <section class="card card--roomy card--form stack">
      <h2>{words.newTitle}</h2>
      <Form action={apiKeysUrl} keys={keys} name="make" here>
        <Field
          messages={messages}
          name="name"
          label={words.name}
          hint={words.nameHint}
          value={values.name ?? ''}
          error={errors.name}
          autocomplete="off"
          maxLength={40}
          required
        />
        <fieldset class="field">
          <legend class="field__label">{words.may}</legend>
          <p class="field__hint">{words.mayHint}</p>
          <RoleChoices {...{ messages, values }} id="may" roles={deskRoles} means={words.roleMeans} />
        </fieldset>
        <Field
          messages={messages}
          name="endsOn"
          type="date"
          label={words.endsOn}
          hint={words.endsOnHint}
          width="medium"
          value={values.endsOn ?? ''}
          error={errors.endsOn}
          required
        />
        <Button>{words.make}</Button>
      </Form>
    </section>
  );
}
