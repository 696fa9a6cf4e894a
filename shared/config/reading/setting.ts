/** One variable of the environment: what it means, and how what was written becomes a value. docs/operating.md is made from it. */
export interface Setting<Value = unknown> {
  /** For the person who sets it. */
  means: string;
  /** As it would be written. */
  default: string;
  /**
   * The value of what was written. Throws an Error that begins with the name and says what to write instead. It shows
   * what was written only where that is no secret.
   */
  read: (written: string, name: string) => Value;
}

/** The values of a group of settings, by their names. */
export type Values<Group extends Record<string, Setting>> = {
  [Name in keyof Group]: ReturnType<Group[Name]['read']>;
};

/** A group of settings as they were written, or their defaults. */
export type Written<Group extends Record<string, Setting>> = Record<keyof Group, string>;
