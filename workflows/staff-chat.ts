import { proxyActivities } from '@temporalio/workflow';
import type { ChatActivities } from '../activities/webhooks/chat.ts';

// The activity itself knows when to give up.
const { postToChat } = proxyActivities<ChatActivities>({
  startToCloseTimeout: '30s',
  heartbeatTimeout: '10s',
  retry: { initialInterval: '1s', maximumInterval: '15m' },
});

/** Posts one notice to the chat of the vendor's team. What it says is in the outbox; only its key travels here. */
export async function staffChat({ key }: { key: string }): Promise<void> {
  await postToChat({ key });
}
