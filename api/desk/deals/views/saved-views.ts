import { Problem } from '../../../../shared/problems.ts';
import type { Deps } from '../../../deps.ts';

export interface SavedView {
  viewId: string;
  name: string;
  query: string;
  shared: boolean;
  isOwn: boolean;
}

type Database = Pick<Deps['db'], 'savedViews'>;

/** As many as somebody keeps in sight. */
export const mostViews = 30;

export const longestOfView = { name: 60, query: 2500 };

/** The reader's own views and those that colleagues share, by name. */
export async function viewsFor({ savedViews }: Database, email: string): Promise<SavedView[]> {
  const found = await savedViews
    .find({ $or: [{ owner: email }, { shared: true }] })
    .sort({ name: 1 })
    .limit(2 * mostViews)
    .lean();
  return found.map(({ _id, name, query, shared, owner }) => ({
    viewId: _id,
    name,
    query,
    shared,
    isOwn: owner === email,
  }));
}

/** The query of a view's address, whoever keeps it: who has the address may look. Throws the Problem notFound. */
export async function queryOfView({ savedViews }: Database, viewId: string): Promise<string> {
  const found = await savedViews.findById(viewId, { query: 1 }).lean();
  if (!found) throw new Problem('notFound');
  return found.query;
}

/** Keeps a view, once however often it is sent. False when there is room for no more. */
export async function saveView(
  { savedViews }: Database,
  view: { viewId: string; owner: string; name: string; query: string; shared: boolean; at: Date },
): Promise<boolean> {
  const { viewId: _id, at, owner, ...rest } = view;
  if ((await savedViews.countDocuments({ owner, _id: { $ne: _id } })) >= mostViews) return false;
  await savedViews.updateOne({ _id }, { $setOnInsert: { ...rest, owner, createdAt: at } }, { upsert: true });
  return true;
}

/** Nobody takes away what a colleague keeps. */
export async function removeView({ savedViews }: Database, viewId: string, owner: string): Promise<void> {
  await savedViews.deleteOne({ _id: viewId, owner });
}
