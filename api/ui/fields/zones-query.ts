import { Type } from 'typebox';

/** How a page is asked for the whole list of time zones. */
export const wholeList = '?zones=all';
export const zonesQuery = Type.Object({ zones: Type.Optional(Type.String()) });
export const asksForAll = ({ zones }: { zones?: string }): boolean => zones === 'all';
