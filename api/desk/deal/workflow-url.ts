import { dealWorkflowId } from '../../../deal/contract/messages.ts';
import type { Config } from '../../../shared/config.ts';

/** The page of a deal in Temporal's own web UI; nothing where nobody has told us where that is. */
export function workflowUrl(
  { TEMPORAL_UI_URL, TEMPORAL_NAMESPACE }: Pick<Config, 'TEMPORAL_UI_URL' | 'TEMPORAL_NAMESPACE'>,
  dealId: string,
): string | undefined {
  if (!TEMPORAL_UI_URL) return undefined;
  const path = `namespaces/${TEMPORAL_NAMESPACE}/workflows/${dealWorkflowId(dealId)}`;
  return `${TEMPORAL_UI_URL.replace(/\/+$/, '')}/${path}`;
}
