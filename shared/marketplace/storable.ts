import { type Fault, fault } from '../faults/faults.ts';
import { Problem } from '../problems.ts';

/** MongoDB takes a hundred levels of nesting; an event of AWS has five. */
const deepest = 50;

/**
 * What MongoDB can keep as it is. Throws the Problem invalid for a document that is nested too deep or whose names it
 * does not take: it would fail in the same way however often it is sent again.
 */
export function storable<T>(document: T, at = '', depth = 0): T {
  if (typeof document !== 'object' || document === null) return document;
  if (depth > deepest) throw refused(at, fault('tooDeep', deepest));
  for (const [name, value] of Object.entries(document)) {
    if (name.includes('\0')) throw refused(at, fault('nullInName'));
    storable(value, depth < 3 ? `${at}/${name}` : at, depth + 1);
  }
  return document;
}

const refused = (pointer: string, detail: Fault) => new Problem('invalid', { fields: [{ pointer, detail }] });
