import type { Deal } from '../../../deal/deal.ts';
import { termsInForce } from '../../../deal/deal.ts';
import { Button } from '../../ui/fields/button.tsx';
import { type Choice, ChoiceField } from '../../ui/fields/choice-field.tsx';
import { Field } from '../../ui/fields/field.tsx';
import { Form } from '../../ui/fields/form.tsx';
import { dealUrl } from '../deal/view.ts';
import { followsPresent } from './assign.ts';
import type { UnmatchedView } from './view.ts';

/** Finds the deal and gives the purchase to it. Works without script: the search is a form of its own. */
export function AssignCard({ view }: { view: UnmatchedView }) {
  const { events } = view.context.messages;
  return (
    <section class="card" aria-labelledby="assign">
      <h2 id="assign">{events.assign}</h2>
      <p class="quiet">{events.assignText}</p>
      <Search view={view} />
      <Choices view={view} />
    </section>
  );
}

function Search({ view: { context, url, q } }: { view: UnmatchedView }) {
  const { messages } = context;
  const { events } = messages;
  return (
    <search>
      <form method="get" action={url} class="form">
        <Field
          messages={messages}
          name="q"
          type="search"
          label={events.search}
          hint={events.searchHint}
          value={q}
          maxLength={300}
        />
        <Button kind="secondary">{events.searchSubmit}</Button>
      </form>
    </search>
  );
}

function Choices({ view }: { view: UnmatchedView }) {
  const { context, url, q, choices, chosen, errors } = view;
  const { messages } = context;
  const { events } = messages;
  if (choices.length === 0) return <p>{q ? events.noneFound : events.noneOfAccount}</p>;
  const only = q && choices.length === 1 ? choices[0]?.dealId : undefined;
  return (
    <Form action={`${url}/assign`} keys={context.keys} name="assign">
      <input type="hidden" name="q" value={q} />
      <ChoiceField
        messages={messages}
        name="dealId"
        label={q ? events.foundBySearch : events.found}
        choices={choices.map(deal => choiceOf(deal, view))}
        values={[chosen ?? only ?? '']}
        error={errors.dealId}
      />
      <Button>{events.submit}</Button>
    </Form>
  );
}

function choiceOf(deal: Deal, { context, facts: [facts] }: UnmatchedView): Choice {
  const { events, deal: words, ui } = context.messages;
  const { agreement, dealId, inquiry, stage } = deal;
  const owned =
    agreement &&
    (facts && followsPresent(facts, deal)
      ? events.succeeds(agreement.agreementId)
      : events.hasAgreement(agreement.agreementId));
  return {
    value: dealId,
    label: ui.labelled(inquiry.company, words.stages[stage]),
    hint: (
      <>
        {[termsInForce(deal)?.terms.productTitle, owned].filter(Boolean).map(each => (
          <div key={each}>{each}</div>
        ))}
        <a href={dealUrl(dealId)}>{dealId}</a>
      </>
    ),
  };
}
