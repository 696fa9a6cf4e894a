import type { ComponentChildren } from 'preact';
import { mayAudit } from '../../../audit/may-audit.ts';
import { Button } from '../../../ui/fields/button.tsx';
import { Form } from '../../../ui/fields/form.tsx';
import { SelectField } from '../../../ui/fields/select-field.tsx';
import { ownerOptions } from '../../options.ts';
import { searchOf } from '../filter.ts';
import type { ListView } from '../view.ts';

/** Around a list whose deals can be ticked: what is done with all of them at once. */
export function BulkForm({ view, children }: { view: ListView; children: ComponentChildren }) {
  const { context, filter, colleagues } = view;
  const { messages, keys } = context;
  const { bulk } = messages.desk.list;
  const query = searchOf(filter);
  return (
    <Form action="/desk/deals/bulk" keys={keys} name="bulk" class="stack">
      <input type="hidden" name="query" value={query} />
      {children}
      <div class="bulk">
        <SelectField
          messages={messages}
          name="assignTo"
          label={bulk.owner}
          value={context.staff.email}
          options={ownerOptions(colleagues)}
        />
        <Button kind="secondary" name="action" value="assign">
          {bulk.assign}
        </Button>
        <Button kind="secondary" name="action" value="remind">
          {bulk.remind}
        </Button>
        <Button kind="quiet" name="action" value="export">
          {bulk.exportTicked}
        </Button>
        {mayAudit(context.staff) && (
          <a class="bulk__all" href={`/desk/audit?${new URLSearchParams({ list: query })}`}>
            {context.messages.desk.audit.ofList}
          </a>
        )}
        <a class="bulk__all" href={`/desk/deals/export.csv${query && `?${query}`}`}>
          {bulk.exportAll}
        </a>
      </div>
    </Form>
  );
}
