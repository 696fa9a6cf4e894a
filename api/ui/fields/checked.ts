import { createContext } from 'preact';

/** Whether the form around is checked while somebody types: then each field has a place for what will be said of it. */
export const Checked = createContext(false);
