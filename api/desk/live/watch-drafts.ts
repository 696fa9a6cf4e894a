import type { Database } from '../../../shared/models/database.ts';
import { follow } from '../../service/follow.ts';

interface Listener {
  /** Of which deal the terms are being written, or are not any more; nothing when some may have been missed. */
  tell: (dealId?: string) => void;
  warn: (error: Error) => void;
}

/** Tells of every draft that is kept, proposed or thrown away from now on. */
export function watchDrafts({ termsDrafts }: Pick<Database, 'termsDrafts'>, { tell, warn }: Listener) {
  return follow<{ _id: string }>({
    open: () => termsDrafts.watch(),
    tell: change => 'documentKey' in change && tell(change.documentKey._id),
    missed: () => tell(),
    warn,
  });
}
