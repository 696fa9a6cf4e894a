import type { Message } from '../../../deal/conversation/messages.ts';
import { MessageList } from '../../ui/messages.tsx';
import { type DealContext, momentFor } from '../deal-context.ts';

/** What the buyer and we have written to each other. */
export function ConversationCard({ page, messages }: { page: DealContext; messages: readonly Message[] }) {
  const { conversation, ui } = page.context.messages;
  if (messages.length === 0) return null;
  const whoOf = ({ isOurs, name }: Message) =>
    isOurs ? ui.labelled(conversation.from.us(page.context.vendorName), name) : name;
  return (
    <section class="card unprinted" aria-labelledby="conversation">
      <h2 id="conversation">{conversation.title}</h2>
      <MessageList
        items={messages.map(message => ({
          key: String(message.seq),
          isOwn: !message.isOurs,
          who: whoOf(message),
          at: message.at,
          atText: momentFor(page, message.at),
          about: [conversation.types[message.type], message.via && conversation.byMail]
            .filter(Boolean)
            .join(' · '),
          text: message.text,
          children: message.withoutAttachments && (
            <p class="quiet small">{conversation.withoutAttachments(message.withoutAttachments)}</p>
          ),
        }))}
      />
    </section>
  );
}
