import type { ComponentChildren } from 'preact';
import type { DealRow } from '../../../shared/models/deal-row.ts';
import { StageBadge } from '../../ui/badge.tsx';
import { Button } from '../../ui/fields/button.tsx';
import { Field } from '../../ui/fields/field.tsx';
import { dealUrl } from '../deal/view.ts';
import type { DeskContext } from '../desk-context.ts';
import { DeskFrame } from '../desk-frame.tsx';
import type { Action } from './actions.ts';

export interface FindView {
  context: DeskContext;
  q: string;
  /** The deal from which somebody looks. */
  dealId: string;
  deals: DealRow[];
  people: Action[];
  steps: Action[];
  places: Action[];
}

/** What was typed, and everything that goes by it. */
export function FindPage({ view }: { view: FindView }) {
  const { context, q, dealId } = view;
  const { messages } = context;
  const { find } = messages.desk;
  return (
    <DeskFrame context={context} title={find.title}>
      <h1>{find.title}</h1>
      <search>
        <form method="get" action="/desk/find" class="find-form__box">
          {dealId && <input type="hidden" name="deal" value={dealId} />}
          <Field messages={messages} name="q" type="search" label={find.label} hint={find.hint} value={q} />
          <Button kind="secondary">{messages.desk.list.apply}</Button>
        </form>
      </search>
      <Found view={view} />
    </DeskFrame>
  );
}

function Found({ view }: { view: FindView }) {
  const { context, q, deals, people, steps, places } = view;
  const { find } = context.messages.desk;
  const isEmpty = [deals, people, steps, places].every(({ length }) => length === 0);
  return (
    <div id="found" class="stack">
      {isEmpty && <p class="quiet">{find.nothing(q)}</p>}
      <Group title={find.steps}>{steps.map(actionRow)}</Group>
      <Group title={find.deals}>
        {deals.map(row => (
          <li key={row.dealId}>
            <a class="found__item" href={dealUrl(row.dealId)}>
              <span>
                {row.company} <span class="quiet small">{row.contact}</span>
              </span>
              <StageBadge stage={row.stage} messages={context.messages} />
            </a>
          </li>
        ))}
      </Group>
      <Group title={find.people}>{people.map(actionRow)}</Group>
      <Group title={find.places}>{places.map(actionRow)}</Group>
    </div>
  );
}

const actionRow = ({ label, href }: Action) => (
  <li key={href}>
    <a class="found__item" href={href}>
      {label}
    </a>
  </li>
);

function Group({ title, children }: { title: string; children: ComponentChildren[] }) {
  if (children.length === 0) return null;
  return (
    <section>
      <h2 class="found__title">{title}</h2>
      <ul class="found">{children}</ul>
    </section>
  );
}
