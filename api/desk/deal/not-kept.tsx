import type { DeskContext } from '../desk-context.ts';

/** How many files came along with a mail and are not kept; nothing where there were none. */
export function NotKept({ files, context }: { files: number | undefined; context: DeskContext }) {
  if (!files) return null;
  return <p class="quiet small">{context.messages.conversation.withoutAttachments(files)}</p>;
}
