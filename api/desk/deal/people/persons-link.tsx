import type { PageLink } from '../../../../deal/deal.ts';
import { pageLinkOf } from '../../../../deal/page-links/page-links.ts';
import type { Person } from '../../../../deal/people.ts';
import { Badge } from '../../../ui/badge.tsx';
import { momentText } from '../../desk-context.ts';
import { allowedSteps } from '../steps/allowed-steps.ts';
import { opened, StepForm } from '../steps/step-form.tsx';
import type { DealView } from '../view.ts';

interface LinkProps {
  view: DealView;
  person: Person;
  /** Tells the forms of several people apart. */
  which: string;
}

/** Whether somebody has opened his link to the buyer's page; in the fold since when, and what can be done with it. */
export function PersonsLink({ view, person, which }: LinkProps) {
  const { context, deal } = view;
  const { desk } = context.messages.pageLinks;
  const link = pageLinkOf(deal, person.email);
  if (!link) return null;
  const state = stateOf(link);
  const allowed = allowedSteps(deal, context.staff).includes('renewPageLink');
  const props = { view, person, which };
  return (
    <details
      class="disclosure"
      data-fold={`link ${person.email}`}
      open={steps.some(type => opened(view, `${type}${which}`))}
    >
      <summary class="small" aria-describedby={`person-${which}`}>
        {desk.title}
        {state === 'withdrawn' ? (
          <Badge tone="warning">{desk.states.withdrawn}</Badge>
        ) : (
          <span class="quiet">{desk.states[state]}</span>
        )}
      </summary>
      <History view={view} link={link} />
      {allowed && <Asked {...props} type="renewPageLink" />}
      {allowed && !link.withdrawnAt && <Asked {...props} type="withdrawPageLink" />}
    </details>
  );
}

function stateOf({ withdrawnAt, openedAt }: PageLink): 'opened' | 'notOpened' | 'withdrawn' {
  if (withdrawnAt) return 'withdrawn';
  return openedAt ? 'opened' : 'notOpened';
}

function History({ view: { context }, link }: { view: DealView; link: PageLink }) {
  const { desk } = context.messages.pageLinks;
  const { since, openedAt, withdrawnAt } = link;
  const lines = [
    !withdrawnAt && desk.since(momentText(context, since)),
    openedAt && desk.opened(momentText(context, openedAt)),
    withdrawnAt && desk.withdrawn(momentText(context, withdrawnAt)),
  ];
  return <div class="quiet small">{lines.map(line => line && <div key={line}>{line}</div>)}</div>;
}

const steps = ['renewPageLink', 'withdrawPageLink'] as const;
type Step = (typeof steps)[number];

/** A press shows what will come of it, and the second does it. */
function Asked({ view, person, which, type }: LinkProps & { type: Step }) {
  const { deal, pageLinks } = view.context.messages;
  const { name, email } = person;
  return (
    <details class="disclosure" data-fold={`${type} ${email}`} open={opened(view, `${type}${which}`)}>
      <summary class="small">{deal.actions[type]}</summary>
      <StepForm
        view={view}
        type={type}
        which={which}
        fixed={{ email }}
        kind={type === 'withdrawPageLink' ? 'danger' : 'secondary'}
        size="small"
        describedBy={`person-${which}`}
      >
        <p class="small">
          {type === 'renewPageLink' ? pageLinks.desk.renew(email) : pageLinks.desk.withdraw({ name, email })}
        </p>
      </StepForm>
    </details>
  );
}
