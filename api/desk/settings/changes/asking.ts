import type { DeskChange } from '../../../../shared/models/desk/desk-change.ts';

/** Who asks for a change, and the id of his command: the same one again changes nothing. */
export interface Asking {
  by: DeskChange['by'];
  commandId: string;
  /** A digest of what was asked, where the id is the asker's own and says nothing of it: the same id with another one is refused. */
  said?: string;
}

/** `seen`: the newest change of the desk that he knew. */
export type AskingSeen = Asking & { seen: number };

/** Before the name of a program that uses the API. */
const program = 'api:';

/**
 * Whether a program asks. It makes nobody an admin, neither a person nor another program: whatever a key has opened that got into
 * wrong hands is over once it is revoked.
 */
export const isProgram = ({ id }: DeskChange['by']): boolean => id.startsWith(program);
