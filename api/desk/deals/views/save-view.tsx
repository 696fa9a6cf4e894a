import { Button } from '../../../ui/fields/button.tsx';
import { ChoiceField } from '../../../ui/fields/choice-field.tsx';
import { Field } from '../../../ui/fields/field.tsx';
import { Form } from '../../../ui/fields/form.tsx';
import { searchOf } from '../filter.ts';
import type { ListView } from '../view.ts';

/** Gives the list a name, for the reader or for everybody; of one that is kept, takes the name away again. */
export function SaveView({ view }: { view: ListView }) {
  const { context, filter, views } = view;
  const { messages, keys } = context;
  const { list } = messages.desk;
  const query = searchOf(filter);
  const kept = views.find(each => each.query === query && each.isOwn);
  if (kept)
    return (
      <Form action={`/desk/views/${kept.viewId}/remove`} keys={keys} name="remove-view" class="form--bare">
        <Button kind="quiet" size="small">
          {list.views.remove}
        </Button>
      </Form>
    );
  return (
    <details class="disclosure save-view">
      <summary class="small">{list.views.save}</summary>
      <Form action="/desk/views" keys={keys} name="view">
        <input type="hidden" name="query" value={query} />
        <Field messages={messages} name="name" label={list.views.name} maxLength={60} required />
        <ChoiceField
          messages={messages}
          name="shared"
          label={list.views.share}
          hideLabel
          multiple
          choices={[{ value: 'yes', label: list.views.share }]}
        />
        <Button kind="secondary" size="small">
          {list.views.save}
        </Button>
      </Form>
    </details>
  );
}
