import type { Entry, EventType } from '../../../../deal/events.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Timeline, type TimelineItem } from '../../../ui/timeline.tsx';
import { actorText, momentText } from '../../desk-context.ts';
import { allowedSteps } from '../steps/allowed-steps.ts';
import { stepForms } from '../steps/step-forms.tsx';
import type { DealView } from '../view.ts';
import { entryDetails, type ThreadContext } from './entry-details.tsx';
import { type ThreadPart, threadParts } from './folding.ts';

const tones: { [T in EventType]?: TimelineItem['tone'] } = {
  inquiryReceived: 'accent',
  writeToBuyer: 'accent',
  writeToStaff: 'warning',
  agreeToProposal: 'success',
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

const { addNote: AddNote } = stepForms;

/** What people have said and done and what it led to, newest first, with a place to write a note. */
export function Thread({ view }: { view: DealView }) {
  const { colleagues, deal, timeline } = view;
  const context = { ...view.context, colleagues };
  const { desk } = context.messages;
  return (
    <section class="card" id="thread" aria-labelledby="timeline" tabIndex={-1}>
      <h2 id="timeline">{desk.deal.timeline}</h2>
      {allowedSteps(deal, context.staff).includes('addNote') && <AddNote view={view} />}
      <div id="thread-lines" data-part>
        <Timeline items={threadParts(timeline).map(part => itemFrom(part, context))} />
      </div>
    </section>
  );
}

function itemFrom(part: ThreadPart, context: ThreadContext): TimelineItem {
  if ('line' in part) return lineFrom(part.line, context);
  const { messages } = context;
  const { folded } = part;
  const [newest] = folded;
  const names = new Set(folded.map(({ event }) => messages.deal.events[event.type]));
  return {
    key: `folded ${newest?.seq}`,
    at: newest?.at ?? '',
    atText: newest ? momentText(context, newest.at) : '',
    title: (
      <details class="folded" data-fold={`lines ${folded.at(-1)?.seq}`}>
        <summary>
          {messages.desk.deal.systemLines(folded.length)}
          {messages.ui.colon}
          {[...names].join(', ')}
        </summary>
        <Timeline items={folded.map(entry => lineFrom(entry, context))} />
      </details>
    ),
    look: 'quiet',
  };
}

function lineFrom(entry: Entry, context: ThreadContext): TimelineItem {
  const { messages } = context;
  const refused = entry.outcome === 'refused';
  const title = messages.deal.events[entry.event.type];
  return {
    key: String(entry.seq),
    at: entry.at,
    atText: momentText(context, entry.at),
    by: actorText(messages, entry.by),
    tone: refused ? 'warning' : tones[entry.event.type],
    look: entry.event.type === 'addNote' && !refused ? 'note' : undefined,
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
