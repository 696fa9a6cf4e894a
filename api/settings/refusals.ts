import type { DeskChange } from '../../shared/models/desk/desk-change.ts';
import { Problem } from '../../shared/problems.ts';
import type { FieldErrors } from '../ui/fields/field.tsx';
import { changeAnswer } from './changes/change.ts';

/** Where in the body a field of the desk's form stands. */
type Pointers = (field: string) => string;

const topLevel: Pointers = field => `/${field}`;

/** What the desk's form would say at its fields. */
export function invalidFields(errors: FieldErrors, pointerOf: Pointers = topLevel): Problem {
  const fields = Object.entries(errors).map(([name, detail = '']) => ({ pointer: pointerOf(name), detail }));
  return new Problem('invalid', { fields });
}

/** A rule stands against it; at a field where it is about one. */
export function againstRule(detail: string, pointer?: string): Problem {
  return new Problem('settingRefused', { detail, ...(pointer && { fields: [{ pointer, detail }] }) });
}

/** Others have changed the same since, newest first. */
export const changedMeanwhile = (changes: DeskChange[]): Problem =>
  new Problem('settingChanged', { changes: changes.map(changeAnswer) });
