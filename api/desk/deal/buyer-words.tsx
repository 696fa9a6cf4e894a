import type { ComponentChildren } from 'preact';
import { type Message, unanswered } from '../../../deal/conversation/messages.ts';
import type { Deal } from '../../../deal/deal.ts';
import { type DeskContext, momentText } from '../desk-context.ts';
import { NotKept } from './not-kept.tsx';
import type { DealView } from './view.ts';

/** What the buyer himself has said: what he waits for first, and what he came with. */
export function BuyerWords({ view }: { view: DealView }) {
  const { context, deal } = view;
  const { desk } = context.messages;
  const { inquiry, request, openedAt } = deal;
  const asked = request && !deal.closed ? request : undefined;
  const came = (
    <Said
      text={inquiry.message}
      more={desk.deal.wholeMessage}
      by={`${inquiry.contact.name} · ${momentText(context, openedAt)}`}
      files={inquiry.withoutAttachments}
      context={context}
    />
  );
  return (
    <section
      id="buyer-words"
      data-part
      class={asked ? 'card words words--asked' : 'card words'}
      aria-labelledby="words"
    >
      <h2 id="words">{asked ? desk.deal.request[asked.kind] : desk.deal.inquiry}</h2>
      {asked && <Asked view={view} kind={asked.kind} />}
      {asked ? (
        <details class="disclosure" data-fold="inquiry">
          <summary>{desk.deal.inquiry}</summary>
          {came}
        </details>
      ) : (
        came
      )}
    </section>
  );
}

/** What he asks for and the newest that he has written since; the rest stands in the thread. */
function Asked({ view, kind }: { view: DealView; kind: NonNullable<Deal['request']>['kind'] }) {
  const { context, deal, timeline } = view;
  const { desk, conversation } = context.messages;
  const written = unanswered(deal, timeline);
  const shown = written.filter(
    (_, index) => index === written.length - 1 || (index === 0 && kind !== 'message'),
  );
  const others = written.length - shown.length;
  const byOf = ({ name, at, via }: Message) =>
    [name, momentText(context, at), via && conversation.byMail].filter(Boolean).join(' · ');
  return (
    <>
      {shown.map(message => (
        <Said
          key={message.seq}
          text={message.text}
          more={desk.deal.wholeMessage}
          by={byOf(message)}
          files={message.withoutAttachments}
          context={context}
        />
      ))}
      {others > 0 && (
        <p class="small">
          <a href="#thread">{desk.deal.otherMessages(others)}</a>
        </p>
      )}
    </>
  );
}

/** More than this hides the next step. */
const shortEnough = { letters: 420, lines: 5 };

interface Words {
  text: string;
  by: string;
  more: string;
  /** That came along. */
  files?: number;
  context: DeskContext;
}

function Said({ text, by, more, files, context }: Words): ComponentChildren {
  const beginning = [...text.split('\n').slice(0, shortEnough.lines).join('\n')]
    .slice(0, shortEnough.letters)
    .join('');
  return (
    <div class="words__said">
      <blockquote class="pre">{beginning === text ? text : `${beginning}…`}</blockquote>
      {beginning !== text && (
        <details class="disclosure" data-fold={`said ${by}`}>
          <summary>{more}</summary>
          <blockquote class="pre">{text}</blockquote>
        </details>
      )}
      <NotKept files={files} context={context} />
      <p class="quiet small">{by}</p>
    </div>
  );
}
