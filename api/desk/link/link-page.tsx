import { Alert } from '../../ui/alert.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Button } from '../../ui/fields/button.tsx';
import { type Choice, ChoiceField } from '../../ui/fields/choice-field.tsx';
import { ErrorSummary } from '../../ui/fields/error-summary.tsx';
import { Field } from '../../ui/fields/field.tsx';
import { Form } from '../../ui/fields/form.tsx';
import { dealUrl, fieldName } from '../deal/view.ts';
import { DeskFrame } from '../desk-frame.tsx';
import { type Candidate, type LinkView, linkUrl } from './view.ts';

type Props = { view: LinkView };

/** Support finds the organization, says why, and confirms that access moves. */
export function LinkPage({ view }: Props) {
  const { context, deal, errors, problem, candidates, words } = view;
  const { messages } = context;
  const { links, desk } = messages;
  const title = links.title[deal.link ? 'move' : 'anew'];
  return (
    <DeskFrame context={context} title={title} current="deals">
      <div class="stack stack--roomy form--wide">
        <div class="stack stack--tight">
          <a href={dealUrl(deal.dealId)}>{desk.terms.cancel}</a>
          <h1>{title}</h1>
          <p class="lead">
            {deal.inquiry.company} · {deal.agreement?.agreementId}
          </p>
          <p>{deal.link ? links.now(deal.link.organizationName) : links.none}</p>
        </div>
        {problem && (
          <Alert tone="danger" title={messages.outcomes.moveLink.notDone}>
            <p>{problem}</p>
          </Alert>
        )}
        <ErrorSummary messages={messages} errors={errors} />
        <Search view={view} />
        {words && candidates.length === 0 && (
          <div class="card">
            <EmptyState title={links.noResult}>{links.noResultText}</EmptyState>
          </div>
        )}
        {candidates.length > 0 && <Move view={view} />}
      </div>
    </DeskFrame>
  );
}

function Search({ view: { context, words } }: Props) {
  const { messages } = context;
  const { links } = messages;
  return (
    <form method="get" class="card form">
      <Field
        messages={messages}
        name="q"
        type="search"
        label={links.search}
        hint={links.searchHint}
        value={words}
        maxLength={300}
        autocomplete="off"
      />
      <div class="actions">
        <Button kind="secondary">{links.find}</Button>
      </div>
    </form>
  );
}

const name = (field: string) => fieldName('moveLink', field);

/** What a search gives at most; see Accounts.searchOrganizations. */
const mostFound = 20;

function Move({ view }: Props) {
  const { context, deal, words, candidates, values, errors, nonce } = view;
  const { messages } = context;
  const { links } = messages;
  const keys = nonce ? { ...context.keys, nonce } : context.keys;
  return (
    <div class="card">
      <Form action={linkUrl(deal.dealId)} keys={keys} here>
        <input type="hidden" name="q" value={words} />
        <ChoiceField
          messages={messages}
          name={name('organizationId')}
          label={links.organization}
          hint={candidates.length === mostFound && links.most(mostFound)}
          choices={candidates.map(each => choiceFrom(each, context))}
          values={[values[name('organizationId')] ?? '']}
          error={errors[name('organizationId')]}
        />
        <Field
          messages={messages}
          name={name('reason')}
          label={links.reason}
          hint={links.reasonHint}
          lines={2}
          value={values[name('reason')]}
          error={errors[name('reason')]}
          required
        />
        <Effects view={view} />
        <ChoiceField
          messages={messages}
          name={name('confirmed')}
          label={links.confirm}
          hideLabel
          multiple
          choices={[{ value: 'yes', label: links.confirmed.move }]}
          error={errors[name('confirmed')]}
        />
        <div class="actions">
          <Button kind="danger">{links.title[deal.link ? 'move' : 'anew']}</Button>
          <a href={dealUrl(deal.dealId)}>{messages.desk.terms.cancel}</a>
        </div>
      </Form>
    </div>
  );
}

function Effects({ view: { context, deal } }: Props) {
  const { effects } = context.messages.links;
  return (
    <section class="stack stack--tight" aria-labelledby="effects">
      <h2 id="effects">{effects.title}</h2>
      <ul class="list">
        {deal.link && <li>{effects.old(deal.link.organizationName)}</li>}
        <li>{effects.next}</li>
        <li>{effects.mails}</li>
        <li>{effects.same}</li>
      </ul>
    </section>
  );
}

/** Two organizations may have one name, so each is shown with who manages it and its id. */
function choiceFrom(candidate: Candidate, { messages }: LinkView['context']): Choice {
  const { organizationId, name, managers, billedBy, obstacle, isPresent } = candidate;
  const { links, deal } = messages;
  const facts = (
    <>
      {managers.length > 0 && <div>{links.managedBy(managers.join(', '))}</div>}
      {billedBy.length > 0 && <div>{links.billedBy(billedBy.join(', '))}</div>}
      <code>{organizationId}</code>
    </>
  );
  const why = isPresent ? links.present : obstacle && deal.fields[obstacle]('');
  const choice = { value: organizationId, label: name };
  if (!why) return { ...choice, hint: facts };
  return {
    ...choice,
    blocked: (
      <>
        <div>{why}</div>
        {facts}
      </>
    ),
  };
}
