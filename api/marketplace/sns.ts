import { commandIds } from '../../deal/keys.ts';
import { keepEvent } from '../../shared/marketplace/inbox.ts';
import { askAwsNow } from '../../shared/marketplace/safety-net.ts';
import type { App, Deps } from '../deps.ts';
import { snsEndpoint } from '../sns/endpoint.ts';
import type { SnsMessage } from '../sns/signature.ts';

/**
 * `POST /marketplace/sns`: the legacy topics of AWS Marketplace. Their messages name neither agreement, account nor
 * license, so they decide nothing: each is kept, and makes us ask AWS at once for what has changed.
 */
export async function snsRoutes(app: App, deps: Deps): Promise<void> {
  const { db, temporal, config } = deps;
  snsEndpoint(app, deps, {
    path: '/marketplace/sns',
    tag: 'marketplace',
    setting: 'MARKETPLACE_SNS_TOPICS',
    async take(message, request) {
      const { kept, isNew } = await keepEvent(db, eventFrom(message));
      // The schedule asks AWS soon in any case, so a trigger that fails loses nothing.
      if (isNew)
        await askAwsNow(temporal, config).catch(error =>
          request.log.warn({ err: error, eventId: kept._id }, 'AWS is asked at the next turn only'),
        );
      return kept.state;
    },
  });
}

/** Without the address to unsubscribe, which works for whoever has it. */
function eventFrom({ MessageId, TopicArn, Timestamp, Message }: SnsMessage) {
  const notice = noticeIn(Message);
  return {
    _id: commandIds.snsNotice(MessageId),
    detailType: ['SNS', notice.action].filter(Boolean).join(' '),
    keys: [],
    occurredAt: new Date(Timestamp),
    raw: { MessageId, TopicArn, Timestamp, Message: notice },
  };
}

type Notice = { action?: unknown; text?: string };

function noticeIn(text: string): Notice {
  try {
    const notice: unknown = JSON.parse(text);
    return typeof notice === 'object' && notice !== null ? notice : { text };
  } catch {
    return { text };
  }
}
