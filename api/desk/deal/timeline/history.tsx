import type { Entry, EventType } from '../../../../deal/events.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Timeline, type TimelineItem } from '../../../ui/timeline.tsx';
import { actorText, type DeskContext, momentText } from '../../desk-context.ts';
import type { DealView } from '../view.ts';
import { entryDetails } from './entry-details.tsx';

const tones: { [T in EventType]?: TimelineItem['tone'] } = {
  inquiryReceived: 'accent',
  markNegotiationDone: 'accent',
  changeSetSucceeded: 'success',
  agreementEvent: 'success',
  organizationLinked: 'success',
  productTold: 'success',
  askForChange: 'warning',
  askForMoreTime: 'warning',
  stepFailed: 'danger',
  mailBounced: 'danger',
  offerSeen: 'accent',
};

/** The deal's history, newest first: who, when, what, applied or refused and why. */
export function History({ view: { context, timeline } }: { view: DealView }) {
  return (
    <section class="card" aria-labelledby="timeline">
      <h2 id="timeline">{context.messages.desk.deal.timeline}</h2>
      <Timeline items={timeline.map(entry => itemFrom(entry, context))} />
    </section>
  );
}

function itemFrom(entry: Entry, context: DeskContext): TimelineItem {
  const { messages } = context;
  const refused = entry.outcome === 'refused';
  const title = messages.deal.events[entry.event.type];
  return {
    key: String(entry.seq),
    at: entry.at,
    atText: momentText(context, entry.at),
    by: actorText(messages, entry.by),
    tone: refused ? 'warning' : tones[entry.event.type],
    title: refused ? (
      <>
        {title} <Badge tone="warning">{messages.ui.refused}</Badge>
      </>
    ) : (
      title
    ),
    children: (
      <>
        {entry.refusal && <div>{messages.deal.refusals[entry.refusal.code]}</div>}
        {entryDetails(entry.event, context)}
      </>
    ),
  };
}
