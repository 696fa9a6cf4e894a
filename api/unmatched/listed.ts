import { type BoxKind, boxOf, type Lines, type UnmatchedLine } from '../desk/events/list/view.ts';

/** The two tables of the desk's page, as programs read them. */
export const listed = ({ purchases, arrivals }: { purchases: Lines; arrivals: Lines }) => ({
  purchases: tableOf('purchase', purchases),
  arrivals: tableOf('arrival', arrivals),
});

const tableOf = (kind: BoxKind, { lines, nextCursor }: Lines) => ({
  items: lines.map(line => lineOf(kind, line)),
  ...(nextCursor && { nextCursor }),
});

function lineOf(kind: BoxKind, { box, facts, dismissed }: UnmatchedLine) {
  const id = box.slice(boxOf(kind, '').length);
  if (!dismissed) return { kind, id, facts };
  const { by, at, reason } = dismissed;
  return { kind, id, facts, dismissed: { by: by.id, at, reason } };
}
