import type { ComponentChildren } from 'preact';
import { lastMomentOf } from '../../deal/terms/terms.ts';
import { Countdown } from '../ui/countdown.tsx';
import { LinkButton } from '../ui/fields/button.tsx';
import { Progress } from '../ui/progress.tsx';
import { type JourneyStep, Steps } from '../ui/steps.tsx';
import { type DealContext, lastMomentFor, momentFor } from './deal-context.ts';
import type { BuyerStatus } from './status.ts';

/** Where the deal stands and the one thing to do next. While something is under way it keeps itself up to date. */
export function StatusCard({ page }: { page: DealContext }) {
  const { context, status, links } = page;
  const { title, text } = context.messages.offers.status[status];
  const running = status === 'preparing' || status === 'activating' || status === 'takingBack';
  return (
    // Another status is another id, so that the whole page is fetched again when it changes.
    <Progress messages={context.messages} id={`status-${status}`} url={links.path} running={running}>
      <div class="card card--roomy">
        <div class="stack stack--roomy">
          <JourneySteps page={page} />
          <div class="stack">
            <h2>{title}</h2>
            <p>{text}</p>
            {status === 'offered' && <AcceptBy page={page} />}
            <NextStep page={page} />
          </div>
        </div>
      </div>
    </Progress>
  );
}

const reached: Partial<Record<BuyerStatus, number>> = {
  inquiry: 0,
  negotiating: 0,
  proposed: 0,
  agreed: 0,
  preparing: 0,
  offered: 1,
  accepted: 2,
  startsLater: 2,
  settingUp: 2,
  activating: 2,
  delayed: 2,
  active: 4,
};

function JourneySteps({ page: { context, status } }: { page: DealContext }) {
  const { messages } = context;
  const current = reached[status];
  if (current === undefined) return null;
  const stateOf = (index: number): JourneyStep['state'] => {
    if (index === current) return 'current';
    return index < current ? 'done' : 'todo';
  };
  const steps = Object.values(messages.offers.steps).map((label, index) => ({
    label,
    state: stateOf(index),
  }));
  return <Steps messages={messages} label={messages.offers.journey} steps={steps} />;
}

function AcceptBy({ page }: { page: DealContext }) {
  const { context, offered, now } = page;
  if (!offered) return null;
  return (
    <div>
      <p class="quiet">{context.messages.offers.acceptBy}</p>
      {lastMomentFor(page, offered).map((moment, index) => (
        <p key={moment} class={index === 0 ? 'number' : 'number quiet small'}>
          {moment}
          {index === 0 && (
            <>
              {' · '}
              <strong>
                <Countdown until={lastMomentOf(offered.offer.expiresOn)} now={now} lang={context.lang} />
              </strong>
            </>
          )}
        </p>
      ))}
    </div>
  );
}

function NextStep({ page }: { page: DealContext }) {
  const next = nextSteps[page.status];
  return next ? next(page) : null;
}

const nextSteps: Partial<Record<BuyerStatus, (page: DealContext) => ComponentChildren>> = {
  offered: ({ context, links }) => (
    <>
      <div class="actions">
        <LinkButton href={links.reviewOffer} external>
          {context.messages.offers.reviewOffer}
        </LinkButton>
      </div>
      <p class="quiet small unprinted">{context.messages.offers.opensAws}</p>
    </>
  ),
  accepted: ({ context, links }) => (
    <>
      <div class="actions">
        <LinkButton href={links.manage} external>
          {context.messages.offers.manage}
        </LinkButton>
      </div>
      <p class="quiet small unprinted">{context.messages.offers.opensAws}</p>
    </>
  ),
  startsLater: page => (
    <div>
      <p class="quiet">{page.context.messages.offers.startsOn}</p>
      <p class="number">{momentFor(page, page.deal.agreement?.startsAt ?? page.now)}</p>
    </div>
  ),
  settingUp: ({ context, deal }) => (
    <>
      <div class="actions">
        <LinkButton href={`/setup/${deal.registration?.setupSessionId}`}>
          {context.messages.offers.continueSetUp}
        </LinkButton>
      </div>
      <p class="quiet small">{context.messages.offers.otherBrowser}</p>
    </>
  ),
  active: ({ context, deal, links }) => (
    <div class="actions">
      <LinkButton href={links.console}>{context.messages.offers.console}</LinkButton>
      <LinkButton kind="secondary" href={`/organizations/${deal.link?.organizationId}/billing`}>
        {context.messages.offers.billing}
      </LinkButton>
    </div>
  ),
  accessEnded: Over,
  ended: Over,
  declined: Over,
  withdrawn: Over,
  expired: Over,
  lost: Over,
};

/** Nothing more happens here: begin again, or ask. */
function Over({ context, deal }: DealContext) {
  const { offers } = context.messages;
  const subject = encodeURIComponent(`${offers.reference}: ${deal.dealId}`);
  return (
    <div class="actions">
      <LinkButton href="/inquiry">{offers.newInquiry}</LinkButton>
      <LinkButton kind="secondary" href={`mailto:${context.supportEmail}?subject=${subject}`}>
        {offers.writeToUs}
      </LinkButton>
    </div>
  );
}
