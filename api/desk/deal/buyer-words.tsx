import type { ComponentChildren } from 'preact';
import { type DeskContext, momentText } from '../desk-context.ts';
import { NotKept } from './not-kept.tsx';
import type { DealView } from './view.ts';

/** What the buyer himself has said: what he waits for first, and what he came with. */
export function BuyerWords({ view: { context, deal } }: { view: DealView }) {
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
      {asked && (
        <Said
          text={asked.message}
          more={desk.deal.wholeMessage}
          by={momentText(context, asked.at)}
          context={context}
        />
      )}
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
