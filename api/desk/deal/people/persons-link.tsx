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

/** Since when somebody has his link to the buyer's page, whether he has opened it, and what can be done with it. */
export function PersonsLink({ view, person, which }: LinkProps) {
  const { context, deal } = view;
  const link = pageLinkOf(deal, person.email);
  if (!link) return null;
  const allowed = allowedSteps(deal, context.staff);
  const props = { view, person, which };
  return (
    <div class="person-link">
      <State view={view} link={link} />
      {allowed.includes('renewPageLink') && (
        <div class="actions actions--tight">
          <Asked {...props} type="renewPageLink" />
          {!link.withdrawnAt && <Asked {...props} type="withdrawPageLink" />}
        </div>
      )}
    </div>
  );
}

function State({ view: { context }, link }: { view: DealView; link: PageLink }) {
  const { desk } = context.messages.pageLinks;
  if (link.withdrawnAt)
    return (
      <div class="small">
        <Badge tone="warning">{desk.withdrawn(momentText(context, link.withdrawnAt))}</Badge>
      </div>
    );
  const seen = link.openedAt ? desk.opened(momentText(context, link.openedAt)) : desk.notOpened;
  return (
    <div class="quiet small">
      {desk.since(momentText(context, link.since))} · {seen}
    </div>
  );
}

type Step = 'renewPageLink' | 'withdrawPageLink';

/** A press shows what will come of it, and the second does it. */
function Asked({ view, person, which, type }: LinkProps & { type: Step }) {
  const { deal, pageLinks } = view.context.messages;
  const { name, email } = person;
  return (
    <details class="disclosure" open={opened(view, `${type}${which}`)}>
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
