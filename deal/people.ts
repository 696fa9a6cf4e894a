export const languages = ['en', 'ja'] as const;
export type Language = (typeof languages)[number];

/** Somebody on the buyer's side whom we write to. */
export interface Person {
  name: string;
  email: string;
  language: Language;
  /** IANA name, such as `Asia/Tokyo`. */
  timeZone: string;
}

export const staffRoles = ['sales', 'approver', 'support'] as const;
export type StaffRole = (typeof staffRoles)[number];

/** Who did something. `id` is an e-mail address for people, the name of the source otherwise. */
export interface Actor {
  kind: 'staff' | 'buyer' | 'aws' | 'system';
  id: string;
  name?: string;
  roles?: StaffRole[];
}

export const system: Actor = { kind: 'system', id: 'offerdesk' };
